/** The functions between the layers: the SPI {@link org.layerwise.activations.Activation} and the built-ins. */
@NullMarked
package org.layerwise.activations;

import org.jspecify.annotations.NullMarked;
