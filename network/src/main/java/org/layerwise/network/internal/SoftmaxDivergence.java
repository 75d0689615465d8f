package org.layerwise.network.internal;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;
import org.layerwise.network.Loss;

/**
 * Softmax and Kullback-Leibler divergence from Z: the cross-entropy less the target's own entropy.
 *
 * @param crossEntropy does the rest
 */
public record SoftmaxDivergence(SoftmaxCrossEntropy crossEntropy) implements Loss.Fused {
    @Override
    public void values(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix losses) {
        crossEntropy.values(z, a, target, losses);
        double[] y = target.values();
        double[] sums = losses.values();
        for (int i = 0, j = 0; i < y.length; i++, j = j + 1 == sums.length ? 0 : j + 1) {
            sums[j] += y[i] == 0 ? 0 : y[i] * Elementary.log(y[i]);
        }
    }

    @Override
    public void gradient(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix dZ) {
        crossEntropy.gradient(z, a, target, dZ);
    }
}
