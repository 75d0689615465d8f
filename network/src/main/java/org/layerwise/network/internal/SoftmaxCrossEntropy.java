package org.layerwise.network.internal;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Loss;

/**
 * Softmax and cross-entropy from Z. With the largest z of a column and its a, which is at least 1/k,
 *
 * <pre>{@code
 * ln Σ e^z = z_max + ln(1 + q),  q = Σ a over the others / a_max
 * L  = Σ y (z_max − z) + Σ y ln(1 + q)
 * dZ = A Σ y − Y
 * }</pre>
 *
 * <p>which needs one logarithm for each example and no exponential. It goes row by row, as a walk down a column would use
 * one number of each line of the cache. Finite Z give finite results: a loss beyond the
 * largest double becomes that.
 *
 * @param smoothing s: the target is {@code y(1 − s) + s/k}
 */
public record SoftmaxCrossEntropy(double smoothing) implements Loss.Fused {
    @Override
    public void values(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix losses) {
        int m = losses.values().length;
        CrossEntropyOfColumns columns = CrossEntropyOfColumns.own();
        for (int left = 0; left < m; left += CrossEntropyOfColumns.WIDTH) {
            int width = Math.min(CrossEntropyOfColumns.WIDTH, m - left);
            columns.logarithms(z, a, left, width);
            double shift = smoothing / z.getRowDimension();
            columns.sum(z, target, 1 - smoothing, shift, left, width, losses.values());
        }
    }

    @Override
    public void gradient(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix dZ) {
        double[] as = a.values();
        double[] ys = target.values();
        double[] to = dZ.values();
        int m = z.getColumnDimension();
        double slope = 1 - smoothing;
        double shift = smoothing / z.getRowDimension();
        sumsOfTargets(ys, slope, shift, m, to);
        for (int first = ys.length - m; first >= 0; first -= m) {
            for (int j = 0; j < m; j++) {
                to[first + j] = as[first + j] * to[j] - (slope * ys[first + j] + shift);
            }
        }
    }

    /** {@code Σ y} of each example, which is 1 for distributions, into the first row. */
    private static void sumsOfTargets(double[] ys, double slope, double shift, int m, double[] to) {
        Arrays.fill(to, 0, m, 0);
        for (int first = 0; first < ys.length; first += m) {
            for (int j = 0; j < m; j++) {
                to[j] += slope * ys[first + j] + shift;
            }
        }
    }
}
