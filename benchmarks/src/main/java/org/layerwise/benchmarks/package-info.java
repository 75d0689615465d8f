/** Measures: kernels by JMH, whole training steps side by side with peers. */
@NullMarked
package org.layerwise.benchmarks;

import org.jspecify.annotations.NullMarked;
