/** How gradients become updates: optimizers, learning rates over time, and the built-ins of both. */
@NullMarked
package org.layerwise.optimizers;

import org.jspecify.annotations.NullMarked;
