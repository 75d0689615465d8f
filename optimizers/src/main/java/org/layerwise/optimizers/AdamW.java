package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.List;
import org.layerwise.core.AdaptiveMoments;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Adam with weight decay that does not pass through the moments.
 *
 * <pre>{@code
 * W = W − α weight_decay W, then
 * m = β1 m + (1 − β1) dW        m̂ = m / (1 − β1^t)
 * v = β2 v + (1 − β2) dW²       v̂ = v / (1 − β2^t)       t = 1 at the first step
 * W = W − α m̂ / (√v̂ + ε)
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: m, v.
 * <p>Source: Loshchilov, Hutter, "Decoupled weight decay regularization", 2019.
 * <p>Differs from: Keras, whose decay is 0.004 and ε 1e-7. Defaults are PyTorch's. The decay falls on biases too.
 *
 * @param learningRate α; default 0.001
 * @param beta1 β1, in [0, 1); default 0.9
 * @param beta2 β2, in [0, 1); default 0.999
 * @param epsilon ε, at least 0; default 1e-8
 * @param weightDecay share of the weights taken off, times α, at least 0; default 0.01
 */
public record AdamW(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("beta_1") double beta1,
        @Alias("beta_2") double beta2,
        @Alias("eps") double epsilon,
        double weightDecay)
        implements Optimizer {
    /** With learning rate 0.001. */
    public AdamW() {
        this(0.001);
    }

    /** With PyTorch's other options. */
    public AdamW(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, 0.999, 1e-8, 0.01);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public AdamW {
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "in [0, 1)");
        requireNonNegative("epsilon", epsilon);
        requireNonNegative("weight_decay", weightDecay);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        AdaptiveMoments.Rule rule = new AdaptiveMoments.Rule(beta1, beta2, 0, 0, epsilon);
        DenseMatrix m = States.zerosLike(parameter);
        DenseMatrix v = States.zerosLike(parameter);
        ElementWise update = States.update(parameter, m, v, rule);
        return new States.Of(
                List.of(m, v),
                (step, rate) -> update.run(
                        rate / States.gathered(beta1, step), 1 / States.gathered(beta2, step), 1 - rate * weightDecay));
    }
}
