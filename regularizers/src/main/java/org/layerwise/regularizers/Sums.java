package org.layerwise.regularizers;

/** Sums over weights, with four partial sums: one alone would wait for each addition. */
final class Sums {
    private Sums() {}

    static double ofSquares(double[] values) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= values.length; i += 4) {
            s0 += values[i] * values[i];
            s1 += values[i + 1] * values[i + 1];
            s2 += values[i + 2] * values[i + 2];
            s3 += values[i + 3] * values[i + 3];
        }
        for (; i < values.length; i++) {
            s0 += values[i] * values[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static double ofSizes(double[] values) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= values.length; i += 4) {
            s0 += Math.abs(values[i]);
            s1 += Math.abs(values[i + 1]);
            s2 += Math.abs(values[i + 2]);
            s3 += Math.abs(values[i + 3]);
        }
        for (; i < values.length; i++) {
            s0 += Math.abs(values[i]);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** −1, 0 or 1, without a branch and for subnormal numbers too, whence the two factors. */
    static double sign(double value) {
        return Math.max(-1.0, Math.min(1.0, value * 0x1p1023 * 0x1p1023));
    }
}
