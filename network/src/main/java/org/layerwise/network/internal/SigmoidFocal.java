package org.layerwise.network.internal;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;
import org.layerwise.network.Loss;

/**
 * Sigmoid and focal loss from Z. With x = z for class 1 and −z for class 0, {@code p = σ(x)}, {@code q = σ(−x)}:
 *
 * <pre>{@code
 * L       = −weight q^γ ln p,  −ln p = max(−x, 0) + ln(1 + e^−|x|)
 * ∂L/∂x   = weight q^γ (γ p ln p − q)
 * }</pre>
 *
 * @param gamma γ
 * @param alpha the weight of class 1; class 0 has 1 − alpha
 */
public record SigmoidFocal(double gamma, double alpha) implements Loss.Fused {
    @Override
    public void values(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix losses) {
        double[] zs = z.values();
        double[] y = target.values();
        double[] sums = losses.values();
        Arrays.fill(sums, 0);
        for (int i = 0, j = 0; i < zs.length; i++, j = j + 1 == sums.length ? 0 : j + 1) {
            double loss = alpha * y[i] * value(zs[i]) + (1 - alpha) * (1 - y[i]) * value(-zs[i]);
            sums[j] = Math.min(sums[j] + loss, Double.MAX_VALUE) + 0 * zs[i];
        }
    }

    @Override
    public void gradient(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix dZ) {
        double[] zs = z.values();
        double[] y = target.values();
        double[] to = dZ.values();
        for (int i = 0; i < zs.length; i++) {
            to[i] = alpha * y[i] * slope(zs[i]) - (1 - alpha) * (1 - y[i]) * slope(-zs[i]);
        }
    }

    private double value(double x) {
        return Elementary.exp(-gamma * minusLog(-x)) * minusLog(x);
    }

    private double slope(double x) {
        double t = Elementary.exp(-Math.abs(x));
        double larger = 1 / (1 + t);
        double p = x > 0 ? larger : t * larger;
        double q = x > 0 ? t * larger : larger;
        // p times ln p: for x far below 0, p is 0 and its logarithm finite
        return -Elementary.exp(-gamma * minusLog(-x)) * (gamma * p * minusLog(x) + q);
    }

    /** {@code −ln σ(x)}. */
    private static double minusLog(double x) {
        return Math.max(-x, 0) + Elementary.log1p(Elementary.exp(-Math.abs(x)));
    }
}
