package org.layerwise.network;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;

/**
 * A loss that works on each output alone: two formulas are the whole plugin.
 *
 * <pre>{@code
 * L  = 1/k Σ value(â, y)  over the k outputs of an example
 * dA = 1/k derivative(â, y)
 * }</pre>
 */
public interface ScalarLoss extends Loss {
    /** The loss of one output. */
    double value(double prediction, double target);

    /** Its derivative with respect to the prediction. */
    double derivative(double prediction, double target);

    /** What the sum over the outputs of an example is multiplied by: 1/k, the mean, unless a loss says otherwise. */
    default double factor(int outputs) {
        return 1.0 / outputs;
    }

    @Override
    default void values(DenseMatrix prediction, DenseMatrix target, DenseMatrix losses) {
        double[] p = prediction.values();
        double[] y = target.values();
        double[] sums = losses.values();
        int m = sums.length;
        Arrays.fill(sums, 0);
        for (int i = 0, j = 0; i < p.length; i++, j = j + 1 == m ? 0 : j + 1) {
            sums[j] += value(p[i], y[i]);
        }
        double factor = factor(prediction.getRowDimension());
        for (int j = 0; j < m; j++) {
            sums[j] *= factor;
        }
    }

    @Override
    default void gradient(DenseMatrix prediction, DenseMatrix target, DenseMatrix dPrediction) {
        double[] p = prediction.values();
        double[] y = target.values();
        double[] to = dPrediction.values();
        double factor = factor(prediction.getRowDimension());
        for (int i = 0; i < p.length; i++) {
            to[i] = factor * derivative(p[i], y[i]);
        }
    }
}
