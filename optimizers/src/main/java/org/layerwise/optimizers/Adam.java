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
 * Adaptive moments: an average of the gradients, divided by the root of an average of their squares.
 *
 * <pre>{@code
 * g = dW + weight_decay · W
 * m = β1 m + (1 − β1) g         m̂ = m / (1 − β1^t)
 * v = β2 v + (1 − β2) g²        v̂ = v / (1 − β2^t)       t = 1 at the first step
 * W = W − α m̂ / (√v̂ + ε)        (epsilon_placement: see there)
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: m, v.
 * <p>Source: Kingma, Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1; the course.
 * <p>Differs from: Keras, whose ε is 1e-7 and stands beside the root of the uncorrected v. Defaults are PyTorch's.
 * Weight decay is added to the gradient as in PyTorch's Adam; {@code adamw} decouples it.
 *
 * @param learningRate α; default 0.001
 * @param beta1 β1, in [0, 1); default 0.9
 * @param beta2 β2, in [0, 1); default 0.999
 * @param epsilon ε, at least 0; default 1e-8
 * @param epsilonPlacement {@code outside_root} (default), {@code inside_root} or {@code uncorrected}
 * @param weightDecay how much of the weights is added to the gradient, at least 0; default 0
 */
public record Adam(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("beta_1") double beta1,
        @Alias("beta_2") double beta2,
        @Alias("eps") double epsilon,
        EpsilonPlacement epsilonPlacement,
        double weightDecay)
        implements Optimizer {
    /** With learning rate 0.001. */
    public Adam() {
        this(0.001);
    }

    /** With β1 = 0.9, β2 = 0.999 and ε = 1e-8. */
    public Adam(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, 0.999, 1e-8, EpsilonPlacement.OUTSIDE_ROOT, 0);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Adam {
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "in [0, 1)");
        requireNonNegative("epsilon", epsilon);
        requireNonNegative("weight_decay", weightDecay);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        boolean inside = epsilonPlacement == EpsilonPlacement.INSIDE_ROOT;
        AdaptiveMoments.Rule rule =
                new AdaptiveMoments.Rule(beta1, beta2, weightDecay, inside ? epsilon : 0, inside ? 0 : epsilon);
        DenseMatrix m = States.zerosLike(parameter);
        DenseMatrix v = States.zerosLike(parameter);
        ElementWise update = States.update(parameter, m, v, rule);
        return new States.Of(List.of(m, v), (step, rate) -> update(update, step, rate));
    }

    /** {@code W −= stride · m / (√(v · scale + under) + beside)}: the three placements in one loop. */
    private void update(ElementWise update, long step, double rate) {
        double c1 = States.gathered(beta1, step);
        double c2 = States.gathered(beta2, step);
        if (epsilonPlacement == EpsilonPlacement.UNCORRECTED) {
            update.run(rate * Math.sqrt(c2) / c1, 1, 1);
        } else {
            update.run(rate / c1, 1 / c2, 1);
        }
    }
}
