package org.layerwise.testkit.internal;

import java.util.function.Supplier;
import org.layerwise.core.DenseMatrix;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Assertions whose messages say what a component did wrong. */
public final class Require {
    private Require() {}

    /** Fails with this reason unless the condition holds. */
    public static void that(boolean condition, Supplier<String> reason) {
        if (!condition) {
            throw new AssertionFailedError(reason.get());
        }
    }

    /** Skips the check, visibly, unless the condition holds. */
    public static void assume(boolean condition, String reason) {
        if (!condition) {
            throw new TestAbortedException(reason);
        }
    }

    /** Fails unless both have the same bits; all NaN count as one. */
    public static void sameBits(DenseMatrix expected, DenseMatrix actual, String what) {
        that(
                expected.shape().equals(actual.shape()),
                () -> what + ": it is " + actual.shape() + ", expected " + expected.shape());
        for (int i = 0; i < expected.values().length; i++) {
            double e = expected.values()[i];
            double a = actual.values()[i];
            int at = i;
            that(
                    Double.doubleToLongBits(e) == Double.doubleToLongBits(a),
                    () -> what + ": entry " + at + " of a " + expected.shape() + " matrix is " + a + ", expected " + e);
        }
    }

    /** Fails if an entry is NaN. */
    public static void noNan(DenseMatrix matrix, String what) {
        for (double value : matrix.values()) {
            that(!Double.isNaN(value), () -> what + " has NaN");
        }
    }

    /** Fails if an entry is NaN or infinite. */
    public static void finite(DenseMatrix matrix, String what) {
        for (double value : matrix.values()) {
            that(Double.isFinite(value), () -> what + " has " + value);
        }
    }

    /** Fails unless the two agree within a share of the larger, or of 1. */
    public static void close(double expected, double actual, double tolerance, Supplier<String> what) {
        double scale = Math.max(1, Math.max(Math.abs(expected), Math.abs(actual)));
        that(
                Double.compare(expected, actual) == 0 || Math.abs(expected - actual) <= tolerance * scale,
                () -> what.get() + " is " + actual + ", expected about " + expected);
    }

    /** Fails unless all entries agree within a share of the larger, or of 1. */
    public static void close(DenseMatrix expected, DenseMatrix actual, double tolerance, String what) {
        that(
                expected.shape().equals(actual.shape()),
                () -> what + " is " + actual.shape() + ", expected " + expected.shape());
        for (int i = 0; i < expected.values().length; i++) {
            int at = i;
            close(expected.values()[i], actual.values()[i], tolerance, () -> what + ": entry " + at);
        }
    }
}
