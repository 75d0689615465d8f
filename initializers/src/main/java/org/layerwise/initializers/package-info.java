/** The weights before training: the SPI {@link org.layerwise.initializers.Initializer} and the built-ins. */
@NullMarked
package org.layerwise.initializers;

import org.jspecify.annotations.NullMarked;
