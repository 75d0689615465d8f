/** The built-in ways to clip gradients. */
@NullMarked
package org.layerwise.training.clipping;

import org.jspecify.annotations.NullMarked;
