package org.layerwise.core;

/** The default family: an independent stream for each purpose, see {@link SplittableRandomSource}. Any seed. */
public record Splittable() implements RandomAlgorithm {
    @Override
    public RandomSource seeded(long seed) {
        return new SplittableRandomSource(seed);
    }
}
