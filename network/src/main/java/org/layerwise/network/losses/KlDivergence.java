package org.layerwise.network.losses;

import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Softmax;
import org.layerwise.core.Elementary;
import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;
import org.layerwise.network.internal.SoftmaxCrossEntropy;
import org.layerwise.network.internal.SoftmaxDivergence;

/**
 * The Kullback-Leibler divergence of the predicted distribution from the target's.
 *
 * <pre>{@code
 * L  = Σ y ln(y / â) over the classes,  0 ln 0 = 0
 * dA = −y / â
 * }</pre>
 *
 * <p>Shapes: prediction and target are (classes, examples); each column of the target is a distribution.
 * <p>With the softmax before it no finite Z gives NaN or infinity. After any other activation a possible class of
 * probability 0 costs infinity.
 * <p>Source: Kullback, Leibler, "On information and sufficiency", 1951.
 * <p>Differs from: Keras, which clips both to [1e-7, 1]; PyTorch's {@code KLDivLoss}, which takes ln â.
 */
public record KlDivergence() implements ScalarLoss {
    @Override
    public TargetKind targets() {
        return TargetKind.ONE_HOT;
    }

    @Override
    public double factor(int outputs) {
        return 1;
    }

    @Override
    public double value(double prediction, double target) {
        return target == 0 ? 0 : target * (Elementary.log(target) - Elementary.log(prediction));
    }

    @Override
    public double derivative(double prediction, double target) {
        return target == 0 ? 0 : -target / prediction;
    }

    @Override
    public Optional<Fused> fusedWith(Activation activation) {
        return activation instanceof Softmax
                ? Optional.of(new SoftmaxDivergence(new SoftmaxCrossEntropy(0)))
                : Optional.empty();
    }
}
