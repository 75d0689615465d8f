package org.layerwise.network.losses;

import org.layerwise.core.Elementary;
import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;

/**
 * The negative logarithm of a count's probability under the predicted rate, without the part that depends on the
 * target alone.
 *
 * <pre>{@code
 * L  = 1/k Σ â − y ln â,  0 ln 0 = 0
 * dA = 1/k (1 − y / â)
 * }</pre>
 *
 * <p>Shapes: prediction and target are (k, examples); the target is at least 0, the prediction a rate above 0, so that
 * the output layer is {@code exponential} or {@code softplus}.
 * <p>Source: Keras, {@code Poisson}.
 * <p>Differs from: Keras, which adds 1e-7 to â inside the logarithm; PyTorch's {@code PoissonNLLLoss}, which takes ln â
 * unless told {@code log_input=False}.
 */
public record Poisson() implements ScalarLoss {
    @Override
    public TargetKind targets() {
        return TargetKind.NUMERIC;
    }

    @Override
    public double value(double prediction, double target) {
        return target == 0 ? prediction : prediction - target * Elementary.log(prediction);
    }

    @Override
    public double derivative(double prediction, double target) {
        return target == 0 ? 1 : 1 - target / prediction;
    }
}
