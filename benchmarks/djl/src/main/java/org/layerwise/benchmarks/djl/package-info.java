/** PyTorch, through DJL, as a peer of the benchmark. */
@NullMarked
package org.layerwise.benchmarks.djl;

import org.jspecify.annotations.NullMarked;
