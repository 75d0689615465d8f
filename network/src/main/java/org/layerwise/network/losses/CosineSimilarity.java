package org.layerwise.network.losses;

import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Loss;
import org.layerwise.network.TargetKind;

/**
 * Minus the cosine of the angle between prediction and target: −1 where they point the same way, 1 where they are
 * opposed.
 *
 * <pre>{@code
 * L  = −c,  c = Σ â y / (‖â‖ ‖y‖)
 * dA = −(y / ‖y‖ − c â / ‖â‖) / ‖â‖
 * }</pre>
 *
 * <p>Shapes: prediction and target are (k, examples); each column is one vector. A vector of zeros has c = 0 and no
 * gradient.
 * <p>Source: Keras, {@code CosineSimilarity}.
 * <p>Differs from: PyTorch's {@code CosineEmbeddingLoss}, which is 1 more.
 */
public record CosineSimilarity() implements Loss {
    @Override
    public TargetKind targets() {
        return TargetKind.NUMERIC;
    }

    @Override
    public void values(DenseMatrix prediction, DenseMatrix target, DenseMatrix losses) {
        double[] p = prediction.values();
        double[] y = target.values();
        int m = prediction.getColumnDimension();
        for (int j = 0; j < m; j++) {
            losses.values()[j] = 0 - cosine(p, y, m, j);
        }
    }

    @Override
    public void gradient(DenseMatrix prediction, DenseMatrix target, DenseMatrix dPrediction) {
        double[] p = prediction.values();
        double[] y = target.values();
        double[] to = dPrediction.values();
        int m = prediction.getColumnDimension();
        for (int j = 0; j < m; j++) {
            double pNorm = norm(p, m, j);
            double yNorm = norm(y, m, j);
            double cosine = cosine(p, y, m, j);
            boolean zero = pNorm == 0 || yNorm == 0;
            for (int i = j; i < p.length; i += m) {
                to[i] = zero ? 0 : (cosine * (p[i] / pNorm) - y[i] / yNorm) / pNorm;
            }
        }
    }

    private static double cosine(double[] p, double[] y, int m, int j) {
        double pNorm = norm(p, m, j);
        double yNorm = norm(y, m, j);
        if (pNorm == 0 || yNorm == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = j; i < p.length; i += m) {
            sum += p[i] / pNorm * (y[i] / yNorm);
        }
        return sum;
    }

    private static double norm(double[] values, int m, int j) {
        double largest = 0;
        for (int i = j; i < values.length; i += m) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = j; i < values.length; i += m) {
            sum += values[i] / largest * (values[i] / largest);
        }
        return largest * Math.sqrt(sum);
    }
}
