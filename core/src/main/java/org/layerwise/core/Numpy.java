package org.layerwise.core;

/** NumPy's legacy generator, one stream that goes on, see {@link NumpyRandomSource}. Seeds in [0, 2³² − 1]. */
public record Numpy() implements RandomAlgorithm {
    @Override
    public RandomSource seeded(long seed) {
        return new NumpyRandomSource(seed);
    }
}
