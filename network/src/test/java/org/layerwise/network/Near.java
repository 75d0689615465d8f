package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.layerwise.core.DenseMatrix;

/** Comparison of matrices with a relative and an absolute tolerance. */
public final class Near {
    private Near() {}

    /** {@code |actual − expected| ≤ 1e-12 |expected| + 1e-14}, entry by entry; infinities must be equal. */
    public static void assertNear(String what, DenseMatrix actual, DenseMatrix expected) {
        assertNear(what, actual, expected, 1e-14);
    }

    /** With this absolute tolerance. */
    public static void assertNear(String what, DenseMatrix actual, DenseMatrix expected, double absolute) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        for (int i = 0; i < expected.values().length; i++) {
            assertNear(what + " at " + i, actual.values()[i], expected.values()[i], absolute);
        }
    }

    /** One number. */
    public static void assertNear(String what, double actual, double expected, double absolute) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).as(what).isEqualTo(expected);
        } else {
            assertThat(Math.abs(actual - expected))
                    .as("%s: %s is not %s", what, actual, expected)
                    .isLessThanOrEqualTo(1e-12 * Math.abs(expected) + absolute);
        }
    }
}
