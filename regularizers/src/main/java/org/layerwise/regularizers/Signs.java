package org.layerwise.regularizers;

/** The signs of weights. */
final class Signs {
    private Signs() {}

    /** −1, 0 or 1, without a branch and for subnormal numbers too, whence the two factors. */
    static double of(double value) {
        return Math.max(-1.0, Math.min(1.0, value * 0x1p1023 * 0x1p1023));
    }
}
