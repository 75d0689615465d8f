package org.layerwise.activations;

/** Comparisons as arithmetic: loops with branches over random data run several times slower and do not vectorize. */
final class Masks {
    private Masks() {}

    /** 1 where z > 0, 0 where z ≤ 0, NaN for NaN; exact for subnormal numbers too, whence the two factors. */
    static double positive(double z) {
        return Math.max(0.0, Math.min(1.0, z * 0x1p1023 * 0x1p1023));
    }

    /** The first where the mask is 1, the second where it is 0, NaN where it is NaN; both are finite or are meant. */
    static double choice(double mask, double first, double second) {
        return mask * first + (1 - mask) * second;
    }
}
