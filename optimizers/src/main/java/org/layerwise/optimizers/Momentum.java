package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Gradient descent along an average of the gradients, the course's form of momentum.
 *
 * <pre>{@code
 * v = β v + (1 − β) dW            (v = 0 before the first step)
 * W = W − α v                     (bias_correction: W − α v / (1 − β^t), t = 1 at the first step)
 * }</pre>
 *
 * <p>Shapes: any. One matrix of state, v.
 * <p>Source: the course, "Improving deep neural networks", week 2.
 * <p>Differs from: {@code sgd} with momentum, whose v is a sum: its steps are {@code 1/(1 − β)} times as long.
 *
 * @param learningRate α; default 0.01
 * @param beta β, how much of the average stays, in [0, 1); default 0.9
 * @param biasCorrection whether the first steps are scaled up to make good for the start at 0; default false
 */
public record Momentum(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("momentum") double beta,
        boolean biasCorrection) implements Optimizer {
    /** With learning rate 0.01 and β = 0.9. */
    public Momentum() {
        this(0.01);
    }

    /** With β = 0.9. */
    public Momentum(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, false);
    }

    /** @throws org.layerwise.core.OptionException if beta is outside [0, 1) */
    public Momentum {
        require(beta >= 0 && beta < 1, "beta", beta, "in [0, 1)");
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        DenseMatrix v = States.zerosLike(parameter);
        ElementWise update =
                new ElementWise(w.length, (from, to, rate, unused, none) -> update(w, g, v.values(), from, to, rate));
        return new States.Of(
                List.of(v),
                (step, rate) -> update.run(biasCorrection ? rate / States.gathered(beta, step) : rate, 0, 0));
    }

    private void update(double[] w, double[] g, double[] v, int from, int to, double rate) {
        double rest = 1 - beta;
        for (int i = from; i < to; i++) {
            double average = beta * v[i] + rest * g[i];
            v[i] = average;
            w[i] -= rate * average;
        }
    }
}
