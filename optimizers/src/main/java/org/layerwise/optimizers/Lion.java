package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Steps of one size in the direction of the sign of an average.
 *
 * <pre>{@code
 * c = β1 m + (1 − β1) dW
 * W = W − α (sign(c) + weight_decay · W),  sign(0) = 0
 * m = β2 m + (1 − β2) dW
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: m.
 * <p>Source: Chen and others, "Symbolic discovery of optimization algorithms", 2023.
 * <p>Differs from: Keras, whose rate is 0.001. Defaults are the paper's.
 *
 * @param learningRate α; default 0.0001
 * @param beta1 β1, in [0, 1); default 0.9
 * @param beta2 β2, in [0, 1); default 0.99
 * @param weightDecay share of the weights taken off, times α, at least 0; default 0
 */
public record Lion(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("beta_1") double beta1,
        @Alias("beta_2") double beta2,
        double weightDecay)
        implements Optimizer {
    /** With learning rate 0.0001. */
    public Lion() {
        this(0.0001);
    }

    /** With the paper's other options. */
    public Lion(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, 0.99, 0);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Lion {
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "in [0, 1)");
        requireNonNegative("weight_decay", weightDecay);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        DenseMatrix m = States.zerosLike(parameter);
        ElementWise update =
                new ElementWise(w.length, (from, to, rate, unused, none) -> update(w, g, m.values(), from, to, rate));
        return new States.Of(List.of(m), (step, rate) -> update.run(rate, 0, 0));
    }

    private void update(double[] w, double[] g, double[] m, int from, int to, double rate) {
        double rest1 = 1 - beta1;
        double rest2 = 1 - beta2;
        for (int i = from; i < to; i++) {
            double direction = beta1 * m[i] + rest1 * g[i];
            w[i] -= rate * (States.sign(direction) + weightDecay * w[i]);
            m[i] = beta2 * m[i] + rest2 * g[i];
        }
    }
}
