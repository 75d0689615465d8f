/** Deeplearning4j as a peer of the benchmark. */
@NullMarked
package org.layerwise.benchmarks.dl4j;

import org.jspecify.annotations.NullMarked;
