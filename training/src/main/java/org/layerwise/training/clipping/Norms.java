package org.layerwise.training.clipping;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/** Euclidean norms of gradients that neither overflow nor underflow. */
final class Norms {
    private static final double SMALLEST_SUM = 0x1p-900;

    private Norms() {}

    /** {@code ‖g‖} over the gradients {@code from … to − 1} taken as one vector. */
    static double of(List<Parameter> parameters, int from, int to) {
        double sum = sumOfSquares(parameters, from, to);
        if (sum < Double.POSITIVE_INFINITY && sum > SMALLEST_SUM) {
            return Math.sqrt(sum);
        }
        double largest = largest(parameters, from, to);
        return largest == 0 ? 0 : largest * Math.sqrt(sumOfScaledSquares(parameters, from, to, largest));
    }

    /** Multiplies the gradients {@code from … to − 1} so that a norm larger than max becomes max. */
    static void limit(List<Parameter> parameters, int from, int to, double max) {
        double norm = of(parameters, from, to);
        if (norm > max) {
            double factor = max / norm;
            for (int i = from; i < to; i++) {
                double[] gradient = parameters.get(i).gradient().values();
                for (int j = 0; j < gradient.length; j++) {
                    gradient[j] *= factor;
                }
            }
        }
    }

    private static double sumOfSquares(List<Parameter> parameters, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += parameters.get(i).gradient().sumOfSquares();
        }
        return sum;
    }

    private static double sumOfScaledSquares(List<Parameter> parameters, int from, int to, double unit) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            DenseMatrix gradient = parameters.get(i).gradient();
            for (double entry : gradient.values()) {
                double scaled = entry / unit;
                sum += scaled * scaled;
            }
        }
        return sum;
    }

    private static double largest(List<Parameter> parameters, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            for (double entry : parameters.get(i).gradient().values()) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest;
    }
}
