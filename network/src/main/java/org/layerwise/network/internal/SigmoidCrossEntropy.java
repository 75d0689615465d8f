package org.layerwise.network.internal;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;
import org.layerwise.network.Loss;

/**
 * Sigmoid and binary cross-entropy from Z, with {@code t = e^−|z|}.
 *
 * <pre>{@code
 * L  = Σ max(z, 0) − y z + ln(1 + t)
 * dZ = (1 − y) σ(z) − y σ(−z),  the larger of the two sigmoids is 1 / (1 + t), the smaller t / (1 + t)
 * }</pre>
 *
 * <p>A − Y would lose the digits of a prediction near 1. Finite Z give finite results: a loss beyond the largest double
 * becomes that.
 *
 * @param slope the target is {@code slope y + shift}
 * @param shift see slope
 */
public record SigmoidCrossEntropy(double slope, double shift) implements Loss.Fused {
    @Override
    public void values(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix losses) {
        double[] zs = z.values();
        double[] sums = losses.values();
        if (z.getRowDimension() == 1) {
            tails(zs, sums);
            Elementary.log1pOfUnit(sums, sums);
        } else {
            sumLogarithmsOfTails(zs, sums);
        }
        addLinear(zs, target.values(), sums);
    }

    @Override
    public void gradient(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix dZ) {
        tails(z.values(), dZ.values());
        differentiate(a.values(), target.values(), dZ.values());
    }

    @Override
    public boolean activates() {
        return true;
    }

    @Override
    public void valuesAndGradient(
            DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix losses, DenseMatrix dZ) {
        double[] t = dZ.values();
        double[] sums = losses.values();
        Elementary.sigmoid(z.values(), t, a.values());
        if (z.getRowDimension() == 1) {
            Elementary.log1pOfUnit(t, sums);
        } else {
            sumLogarithms(t, sums);
        }
        addLinear(z.values(), target.values(), sums);
        differentiate(a.values(), target.values(), t);
    }

    /** {@code t = e^−|z|}. */
    private static void tails(double[] z, double[] t) {
        for (int i = 0; i < z.length; i++) {
            t[i] = -Math.abs(z[i]);
        }
        Elementary.exp(t, t);
    }

    /** {@code Σ ln(1 + e^−|z|)} over the outputs, where there is no place for t. */
    private static void sumLogarithmsOfTails(double[] z, double[] sums) {
        Arrays.fill(sums, 0);
        for (int i = 0, j = 0; i < z.length; i++, j = j + 1 == sums.length ? 0 : j + 1) {
            sums[j] += Elementary.log1p(Elementary.exp(-Math.abs(z[i])));
        }
    }

    /** {@code Σ ln(1 + t)} over the outputs. */
    private static void sumLogarithms(double[] t, double[] sums) {
        Arrays.fill(sums, 0);
        for (int i = 0, j = 0; i < t.length; i++, j = j + 1 == sums.length ? 0 : j + 1) {
            sums[j] += Elementary.log1p(t[i]);
        }
    }

    /** Turns t into dZ; {@code side} is 1 where z is positive and 0 elsewhere, so that the loop has no branch. */
    private void differentiate(double[] a, double[] target, double[] t) {
        for (int i = 0; i < t.length; i++) {
            double y = slope * target[i] + shift;
            double larger = 1 / (1 + t[i]);
            double smaller = t[i] * larger;
            double side = Math.floor(a[i] + 0.5);
            double happens = side * larger + (1 - side) * smaller;
            double fails = side * smaller + (1 - side) * larger;
            t[i] = (1 - y) * happens - y * fails;
        }
    }

    /** Adds the rest of the loss. */
    private void addLinear(double[] z, double[] target, double[] sums) {
        if (z.length == sums.length) {
            addLinearOfOneRow(z, target, sums);
            return;
        }
        for (int first = 0; first < z.length; first += sums.length) {
            for (int j = 0; j < sums.length; j++) {
                double loss = sums[j] + linear(z[first + j], target[first + j]);
                // 0 z keeps an infinite z from passing as a large one
                sums[j] = Math.min(loss, Double.MAX_VALUE) + 0 * z[first + j];
            }
        }
    }

    /** Apart, since only loops without an offset become vector instructions: 0.1 instead of 0.8 µs for 400 examples. */
    private void addLinearOfOneRow(double[] z, double[] target, double[] sums) {
        for (int j = 0; j < z.length; j++) {
            sums[j] += linear(z[j], target[j]);
        }
    }

    /**
     * {@code max(z, 0) − y z}, of at most the size of z; NaN where z is not finite. {@link Math#max} would be a branch
     * or not, as the JIT compiler finds it, and a loop with a branch does not become vector instructions.
     */
    private double linear(double z, double target) {
        double y = slope * target + shift;
        return 0.5 * z + 0.5 * Math.abs(z) - y * z;
    }
}
