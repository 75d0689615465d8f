package org.layerwise.network.losses;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Sigmoid;
import org.layerwise.core.Elementary;
import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;
import org.layerwise.network.internal.SigmoidFocal;

/**
 * Binary cross-entropy that pays less attention to examples that are already right.
 *
 * <pre>{@code
 * L  = −Σ α y (1 − â)^γ ln â + (1 − α)(1 − y) â^γ ln(1 − â) over the outputs
 * dA = α y (γ (1 − â)^(γ−1) ln â − (1 − â)^γ / â) − (1 − α)(1 − y)(γ â^(γ−1) ln(1 − â) − â^γ / (1 − â))
 * }</pre>
 *
 * <p>Shapes: prediction and target are (outputs, examples); the target is 0 or 1.
 * <p>With the sigmoid before it no finite Z gives NaN or infinity.
 * <p>Source: Lin and others, "Focal loss for dense object detection", 2017; torchvision's {@code sigmoid_focal_loss},
 * whose defaults these are.
 * <p>Differs from: Keras, which weighs the classes by α only when told so; {@code alpha: 0.5} is half of that.
 *
 * @param gamma γ, how much less, at least 0; 0 is weighted cross-entropy; default 2
 * @param alpha α, the weight of class 1, in [0, 1]; class 0 has 1 − α; default 0.25
 */
public record Focal(double gamma, double alpha) implements ScalarLoss {
    /** Gamma 2, alpha 0.25. */
    public Focal() {
        this(2, 0.25);
    }

    /** @throws org.layerwise.core.OptionException if gamma is negative or alpha outside [0, 1] */
    public Focal {
        requireNonNegative("gamma", gamma);
        require(alpha >= 0 && alpha <= 1, "alpha", alpha, "in [0, 1]");
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
        double happened = target == 0 ? 0 : alpha * target * term(prediction, 1 - prediction);
        double didNot = target == 1 ? 0 : (1 - alpha) * (1 - target) * term(1 - prediction, prediction);
        return happened + didNot;
    }

    @Override
    public double derivative(double prediction, double target) {
        double happened = target == 0 ? 0 : alpha * target * slope(prediction, 1 - prediction);
        double didNot = target == 1 ? 0 : (1 - alpha) * (1 - target) * slope(1 - prediction, prediction);
        return happened - didNot;
    }

    @Override
    public Optional<Fused> fusedWith(Activation activation) {
        return activation instanceof Sigmoid ? Optional.of(new SigmoidFocal(gamma, alpha)) : Optional.empty();
    }

    /** {@code −q^γ ln p} with q = 1 − p; 0 at p = 1. */
    private double term(double p, double q) {
        return q == 0 ? 0 : -power(q, gamma) * log(p, q);
    }

    /** Its derivative with respect to p. */
    private double slope(double p, double q) {
        double first = gamma == 0 || q == 0 ? 0 : gamma * power(q, gamma - 1) * log(p, q);
        return first - power(q, gamma) / p;
    }

    private static double log(double p, double q) {
        return p < 0.5 ? Elementary.log(p) : Elementary.log1p(-q);
    }

    private static double power(double base, double exponent) {
        return exponent == 0 ? 1 : base == 0 ? 0 : Elementary.exp(exponent * Elementary.log(base));
    }
}
