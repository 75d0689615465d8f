package org.layerwise.core;

import static org.layerwise.core.Options.require;

import java.util.Arrays;

/**
 * NumPy's legacy generator, {@code numpy.random.RandomState(seed)}: the same numbers in the same order.
 *
 * <pre>{@code
 * nextDouble    rand:    (a·2²⁶ + b) / 2⁵³,  a = next32 >>> 5,  b = next32 >>> 6
 * nextGaussian  randn:   polar method; f·x2 is returned first, f·x1 is kept for the next call
 * nextInt(n)    randint: next32 & mask, drawn again while above n − 1;  n = 1 draws nothing
 * shuffle       i = n−1 … 1, j = nextInt(i + 1), swap
 * stream        this stream itself: draws go on across purposes
 * }</pre>
 *
 * <p>{@code nextDouble}, integers and permutations equal NumPy's to the bit. {@code nextGaussian} agrees to 3 ulp,
 * because the C library's logarithm that NumPy takes is not correctly rounded; here it is {@link StrictMath#log}, the
 * same on every JVM. As in NumPy, the kept deviate survives everything but a new seed.
 *
 * <p>The Mersenne Twister is written out here, although commons-math3 has one, for two reasons: that one takes no
 * {@code int} seed above 2³¹ − 1 as NumPy does, and it gives no access to its state, without which a run cannot go on
 * where it was stopped.
 *
 * <p>Source: Matsumoto, Nishimura, "Mersenne Twister", 1998 (MT19937, {@code init_genrand}); numpy/random/mtrand.
 */
public final class NumpyRandomSource implements RandomSource {
    private static final long MAX_SEED = 0xffffffffL;
    private static final long TAG = 0x4e75_6d50_794d_5431L;
    private static final int N = 624;
    private static final int M = 397;
    private static final double TWO_POW_26 = 0x1p26;
    private static final double TWO_POW_MINUS_53 = 0x1p-53;

    private final int[] words = new int[N];
    private int position;
    private boolean hasGaussian;
    private double gaussian;

    /**
     * The stream of {@code RandomState(seed)}.
     *
     * @param seed in [0, 2³² − 1]
     * @throws OptionException if the seed is out of this range
     */
    public NumpyRandomSource(long seed) {
        begin(seed);
    }

    @Override
    public void reseed(long seed) {
        begin(seed);
    }

    private void begin(long seed) {
        require(seed >= 0 && seed <= MAX_SEED, "seed", seed, "in [0, 4294967295] with numpy's generator");
        int word = (int) seed;
        words[0] = word;
        for (int i = 1; i < N; i++) {
            word = 1812433253 * (word ^ (word >>> 30)) + i;
            words[i] = word;
        }
        position = N;
        hasGaussian = false;
        gaussian = 0;
    }

    /** The next 32 bits, as an int. */
    int next32() {
        if (position == N) {
            twist();
        }
        int y = words[position++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int k = 0; k < N; k++) {
            int y = (words[k] & 0x80000000) | (words[(k + 1) % N] & 0x7fffffff);
            words[k] = words[(k + M) % N] ^ (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
        }
        position = 0;
    }

    @Override
    public double nextDouble() {
        int a = next32() >>> 5;
        int b = next32() >>> 6;
        return (a * TWO_POW_26 + b) * TWO_POW_MINUS_53;
    }

    @Override
    public double nextGaussian() {
        if (hasGaussian) {
            hasGaussian = false;
            return gaussian;
        }
        double x1;
        double x2;
        double square;
        do {
            x1 = 2 * nextDouble() - 1;
            x2 = 2 * nextDouble() - 1;
            square = x1 * x1 + x2 * x2;
        } while (square >= 1 || square == 0);
        double f = Math.sqrt(-2 * StrictMath.log(square) / square);
        gaussian = f * x1;
        hasGaussian = true;
        return f * x2;
    }

    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be > 0, got " + bound);
        }
        int largest = bound - 1;
        if (largest == 0) {
            return 0;
        }
        int mask = -1 >>> Integer.numberOfLeadingZeros(largest);
        int value;
        do {
            value = next32() & mask;
        } while (value > largest);
        return value;
    }

    /** This stream itself. */
    @Override
    public RandomSource stream(String purpose) {
        return this;
    }

    @Override
    public long[] state() {
        long[] state = new long[N + 4];
        state[0] = TAG;
        state[1] = position;
        state[2] = hasGaussian ? 1 : 0;
        state[3] = hasGaussian ? Double.doubleToRawLongBits(gaussian) : 0;
        for (int i = 0; i < N; i++) {
            state[i + 4] = Integer.toUnsignedLong(words[i]);
        }
        return state;
    }

    @Override
    public void restore(long[] state) {
        if (state.length != N + 4
                || state[0] != TAG
                || state[1] < 0
                || state[1] > N
                || (state[2] & ~1) != 0
                || Arrays.stream(state, 4, state.length).anyMatch(word -> word >>> 32 != 0)) {
            throw new IllegalArgumentException("this is no state of a numpy generator, or it is damaged");
        }
        position = (int) state[1];
        hasGaussian = state[2] == 1;
        gaussian = hasGaussian ? Double.longBitsToDouble(state[3]) : 0;
        for (int i = 0; i < N; i++) {
            words[i] = (int) state[i + 4];
        }
    }
}
