package org.layerwise.network.internal;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;
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
 * <p>which needs one logarithm for each example and no exponential. Finite Z give finite results: a loss beyond the
 * largest double becomes that.
 *
 * @param smoothing s: the target is {@code y(1 − s) + s/k}
 */
public record SoftmaxCrossEntropy(double smoothing) implements Loss.Fused {
    @Override
    public void values(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix losses) {
        double[] sums = losses.values();
        int m = sums.length;
        for (int j = 0; j < m; j++) {
            sums[j] = tail(z.values(), a.values(), m, j);
        }
        if (z.getRowDimension() == 2) {
            Elementary.log1pOfUnit(sums, sums); // the smaller part by the greater
        } else {
            Elementary.log1p(sums, sums);
        }
        double slope = 1 - smoothing;
        double shift = smoothing / z.getRowDimension();
        for (int j = 0; j < m; j++) {
            sums[j] = value(z.values(), target.values(), slope, shift, m, j, sums[j]);
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

    private static int largest(double[] z, int m, int j) {
        int largest = j;
        for (int i = j + m; i < z.length; i += m) {
            largest = z[i] > z[largest] ? i : largest;
        }
        return largest;
    }

    private static double tail(double[] z, double[] a, int m, int j) {
        int largest = largest(z, m, j);
        double others = 0;
        for (int i = j; i < a.length; i += m) {
            others += i == largest ? 0 : a[i];
        }
        return others / a[largest];
    }

    private static double value(double[] z, double[] target, double slope, double shift, int m, int j, double log) {
        double largest = z[largest(z, m, j)];
        double sum = 0;
        for (int i = j; i < z.length; i += m) {
            double minusLog = Math.min(largest - z[i], Double.MAX_VALUE) + log;
            sum += (slope * target[i] + shift) * Math.min(minusLog, Double.MAX_VALUE) + 0 * z[i];
        }
        return Math.min(sum, Double.MAX_VALUE);
    }
}
