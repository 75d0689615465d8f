package org.layerwise.core;

/** A family of random number generators, chosen in an experiment file by {@code random:}. */
public interface RandomAlgorithm {
    /**
     * A new stream.
     *
     * @throws OptionException if the seed is out of the family's range
     */
    RandomSource seeded(long seed);
}
