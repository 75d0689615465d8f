package org.layerwise.core;

/**
 * A stream for each purpose, all derived from one seed by name, so that adding a purpose leaves every other stream as
 * it was.
 *
 * <pre>{@code
 * nextLong      L64X128MixRandom: a 64-bit linear congruential and a 128-bit xor-based generator, added and mixed
 * nextDouble    (nextLong >>> 11) / 2⁵³
 * nextGaussian  polar method; the second deviate is kept for the next call
 * nextInt(n)    the upper half of (nextLong >>> 32) · n, drawn again where that would favour some values
 * stream(name)  h = mix(seed + γ);  h = mix((h ^ c) + γ) for each char c of the name;  the seed is mix(h ^ length)
 * }</pre>
 *
 * <p>{@code mix} is Stafford's variant 13 and {@code γ = 0x9e3779b97f4a7c15}. Each step of the derivation is a
 * bijection of the 64 bits, so two seeds never give one stream the same seed, and two names of equal length that
 * differ in one character never do either.
 *
 * <p>The algorithm and its seeding are those of the JDK's generator of that name, written out so that the bits do not
 * depend on a JDK that may drop it.
 *
 * <p>Source: Steele, Vigna, "LXM: better splittable pseudorandom number generators (and almost as fast)", 2021.
 */
public final class SplittableRandomSource implements RandomSource {
    private static final long TAG = 0x4c36_3458_3132_384dL;
    private static final long SILVER_RATIO = 0x6a09e667f3bcc909L;
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
    private static final long MULTIPLIER = 0xd1342543de82ef95L;
    private static final double TWO_POW_MINUS_53 = 0x1p-53;

    private long seed;
    private long addend;
    private long s;
    private long x0;
    private long x1;
    private boolean hasGaussian;
    private double gaussian;

    /** The stream of this seed; every long is allowed. */
    public SplittableRandomSource(long seed) {
        begin(seed);
    }

    @Override
    public void reseed(long seed) {
        begin(seed);
    }

    private void begin(long newSeed) {
        seed = newSeed;
        long scrambled = newSeed ^ SILVER_RATIO;
        addend = murmur(scrambled) | 1;
        s = 1;
        x0 = stafford(scrambled);
        x1 = stafford(scrambled + GOLDEN_RATIO);
        hasGaussian = false;
        gaussian = 0;
    }

    /** The next 64 bits. */
    long nextLong() {
        long result = lea(s + x0);
        s = MULTIPLIER * s + addend;
        long q0 = x0;
        long q1 = x1 ^ q0;
        x0 = Long.rotateLeft(q0, 24) ^ q1 ^ (q1 << 16);
        x1 = Long.rotateLeft(q1, 37);
        return result;
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * TWO_POW_MINUS_53;
    }

    /** As one at a time, with the generator's numbers in registers. */
    @Override
    public void nextDoubles(double[] destination) {
        long a = addend;
        long linear = s;
        long q0 = x0;
        long q1 = x1;
        for (int i = 0; i < destination.length; i++) {
            destination[i] = (lea(linear + q0) >>> 11) * TWO_POW_MINUS_53;
            linear = MULTIPLIER * linear + a;
            q1 ^= q0;
            q0 = Long.rotateLeft(q0, 24) ^ q1 ^ (q1 << 16);
            q1 = Long.rotateLeft(q1, 37);
        }
        s = linear;
        x0 = q0;
        x1 = q1;
    }

    @Override
    public double nextGaussian() {
        if (hasGaussian) {
            hasGaussian = false;
            return gaussian;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double f = Math.sqrt(-2 * StrictMath.log(square) / square);
        gaussian = f * v;
        hasGaussian = true;
        return f * u;
    }

    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be > 0, got " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xffffffffL) < bound) {
            long unfair = 0x1_0000_0000L % bound;
            while ((product & 0xffffffffL) < unfair) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    @Override
    public SplittableRandomSource stream(String purpose) {
        long h = stafford(seed + GOLDEN_RATIO);
        for (int i = 0; i < purpose.length(); i++) {
            h = stafford((h ^ purpose.charAt(i)) + GOLDEN_RATIO);
        }
        return new SplittableRandomSource(stafford(h ^ purpose.length()));
    }

    @Override
    public long[] state() {
        long bits = hasGaussian ? Double.doubleToRawLongBits(gaussian) : 0;
        return new long[] {TAG, seed, addend, s, x0, x1, hasGaussian ? 1 : 0, bits};
    }

    @Override
    public void restore(long[] state) {
        if (state.length != 8 || state[0] != TAG || (state[2] & 1) == 0 || (state[6] & ~1) != 0) {
            throw new IllegalArgumentException("this is no state of a splittable generator, or it is damaged");
        }
        seed = state[1];
        addend = state[2];
        s = state[3];
        x0 = state[4];
        x1 = state[5];
        hasGaussian = state[6] == 1;
        gaussian = hasGaussian ? Double.longBitsToDouble(state[7]) : 0;
    }

    private static long lea(long value) {
        long z = (value ^ (value >>> 32)) * 0xdaba0b6eb09322e3L;
        z = (z ^ (z >>> 32)) * 0xdaba0b6eb09322e3L;
        return z ^ (z >>> 32);
    }

    private static long stafford(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static long murmur(long value) {
        long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
