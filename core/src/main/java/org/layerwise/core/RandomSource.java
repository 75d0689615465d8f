package org.layerwise.core;

/**
 * A stream of random numbers. Every draw of Layerwise comes from one that was handed in.
 *
 * <p>Two families exist, see {@link RandomAlgorithm}: {@code splittable} derives an independent stream for each
 * purpose by name; {@code numpy} is one stream that continues across purposes, as the course's code draws.
 *
 * <p>Not thread-safe: a stream belongs to one user at a time.
 */
public interface RandomSource {
    /** A uniform deviate in [0, 1), a multiple of 2⁻⁵³. */
    double nextDouble();

    /** Fills an array with what {@link #nextDouble} would give, in turn. */
    default void nextDoubles(double[] destination) {
        for (int i = 0; i < destination.length; i++) {
            destination[i] = nextDouble();
        }
    }

    /** A standard normal deviate. */
    double nextGaussian();

    /**
     * A uniform integer in [0, bound).
     *
     * @throws IllegalArgumentException if bound is not positive
     */
    int nextInt(int bound);

    /**
     * The stream for a purpose, for example {@code init/layer-2}.
     *
     * <p>{@code splittable}: a fresh stream that depends on this stream's seed and the purpose alone, not on what
     * was drawn before. {@code numpy}: this stream itself.
     */
    RandomSource stream(String purpose);

    /**
     * Begins again as if made from this seed, without allocating; what stood in caches is dropped.
     *
     * @throws OptionException if the family does not take this seed
     */
    void reseed(long seed);

    /** All that is needed to go on from here, for {@link #restore}. */
    long[] state();

    /**
     * Goes on exactly where the stream stood that gave this state.
     *
     * @throws IllegalArgumentException if the state is of another family or damaged
     */
    void restore(long[] state);

    /** Shuffles in place: {@code i = n−1 … 1, j = nextInt(i + 1), swap}. */
    default void shuffle(int[] values) {
        for (int i = values.length - 1; i >= 1; i--) {
            int j = nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /** The numbers 0 … n−1 in random order. */
    default int[] permutation(int n) {
        int[] values = new int[n];
        for (int i = 0; i < n; i++) {
            values[i] = i;
        }
        shuffle(values);
        return values;
    }
}
