/** The built-in metrics. */
@NullMarked
package org.layerwise.training.metrics;

import org.jspecify.annotations.NullMarked;
