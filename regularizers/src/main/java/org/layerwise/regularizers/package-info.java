/** What holds a network back: penalties on weights, noise on activations, and the built-ins of both. */
@NullMarked
package org.layerwise.regularizers;

import org.jspecify.annotations.NullMarked;
