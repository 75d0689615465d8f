package org.layerwise.network.losses;

import static org.layerwise.core.Options.require;

import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Sigmoid;
import org.layerwise.core.Elementary;
import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;
import org.layerwise.network.internal.SigmoidCrossEntropy;

/**
 * The negative logarithm of the probability that was given to what happened, summed over the outputs.
 *
 * <pre>{@code
 * L  = −Σ (y ln â + (1 − y) ln(1 − â)),  0 ln 0 = 0
 * dA = −y / â + (1 − y) / (1 − â)
 * with the sigmoid before it, from Z:
 * L  = Σ max(z, 0) − y z + ln(1 + e^−|z|),  dZ = A − Y
 * }</pre>
 *
 * <p>Shapes: prediction and target are (outputs, examples); the target is 0, 1 or a probability.
 * <p>With the sigmoid before it no finite Z gives NaN or infinity. After any other activation a prediction of 0 or 1
 * that is wrong costs infinity, and one that is right costs nothing.
 * <p>Source: Ng, "Neural Networks and Deep Learning", week 2; from Z as TensorFlow's {@code
 * sigmoid_cross_entropy_with_logits}.
 * <p>Differs from: Keras and PyTorch, which take the mean over the outputs; Keras clips â to [1e-7, 1 − 1e-7], PyTorch
 * cuts ln at −100.
 *
 * @param labelSmoothing s in [0, 1): the target becomes {@code y(1 − s) + s/2}; default 0
 */
public record BinaryCrossEntropy(double labelSmoothing) implements ScalarLoss {
    /** Targets as they are. */
    public BinaryCrossEntropy() {
        this(0);
    }

    /** @throws org.layerwise.core.OptionException if the smoothing is outside [0, 1) */
    public BinaryCrossEntropy {
        require(labelSmoothing >= 0 && labelSmoothing < 1, "label_smoothing", labelSmoothing, "in [0, 1)");
    }

    @Override
    public TargetKind targets() {
        return TargetKind.BINARY;
    }

    @Override
    public double factor(int outputs) {
        return 1;
    }

    @Override
    public double value(double prediction, double target) {
        double y = smooth(target);
        double happened = y == 0 ? 0 : y * Elementary.log(prediction);
        double didNot = y == 1 ? 0 : (1 - y) * Elementary.log1p(-prediction);
        return 0 - happened - didNot;
    }

    @Override
    public double derivative(double prediction, double target) {
        double y = smooth(target);
        double happened = y == 0 ? 0 : y / prediction;
        double didNot = y == 1 ? 0 : (1 - y) / (1 - prediction);
        return didNot - happened;
    }

    @Override
    public Optional<Fused> fusedWith(Activation activation) {
        return activation instanceof Sigmoid
                ? Optional.of(new SigmoidCrossEntropy(1 - labelSmoothing, labelSmoothing / 2))
                : Optional.empty();
    }

    private double smooth(double target) {
        return target * (1 - labelSmoothing) + labelSmoothing / 2;
    }
}
