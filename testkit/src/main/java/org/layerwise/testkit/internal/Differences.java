package org.layerwise.testkit.internal;

import java.util.function.Supplier;
import org.layerwise.core.DenseMatrix;

/** Central differences, told apart from kinks. */
final class Differences {
    private Differences() {}

    /**
     * Fails if a gradient is not that of the sum of what is measured, at points where this has a slope.
     *
     * @param at what is moved, entry by entry, and put back
     * @param gradient the gradient in question, of the same shape
     * @param measured the values whose sum is differentiated
     */
    static void require(
            DenseMatrix at, DenseMatrix gradient, double h, double tolerance, Supplier<DenseMatrix> measured) {
        double[] values = at.values();
        int kinks = 0;
        for (int i = 0; i < values.length; i++) {
            double old = values[i];
            double here = sum(measured);
            values[i] = old + h;
            double above = sum(measured);
            values[i] = old - h;
            double below = sum(measured);
            values[i] = old;
            double rounding = 1e-15 * (1 + Math.abs(here)) / h;
            if (Math.abs((above - here) - (here - below)) > 1e-3 * h * (1 + Math.abs(gradient.values()[i]))) {
                kinks++;
            } else {
                int entry = i;
                Require.close(
                        (above - below) / (2 * h),
                        gradient.values()[i],
                        tolerance + rounding,
                        () -> "the derivative of entry " + entry + " at " + old);
            }
        }
        int found = kinks;
        Require.that(10 * found <= values.length, () -> found + " of " + values.length + " random points are kinks");
    }

    private static double sum(Supplier<DenseMatrix> measured) {
        double sum = 0;
        for (double value : measured.get().values()) {
            sum += value;
        }
        return sum;
    }
}
