package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Adam with the largest recent gradient in place of the root mean square.
 *
 * <pre>{@code
 * m = β1 m + (1 − β1) dW
 * u = max(β2 u, |dW| + ε)
 * W = W − α / (1 − β1^t) · m / u           t = 1 at the first step
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: m, u.
 * <p>Source: Kingma, Ba, "Adam: a method for stochastic optimization", 2015, algorithm 2.
 * <p>Differs from: Keras, which adds ε to u when dividing and whose rate is 0.001. Defaults are PyTorch's.
 *
 * @param learningRate α; default 0.002
 * @param beta1 β1, in [0, 1); default 0.9
 * @param beta2 β2, in [0, 1); default 0.999
 * @param epsilon ε, above 0, as u must not be 0; default 1e-8
 */
public record Adamax(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("beta_1") double beta1,
        @Alias("beta_2") double beta2,
        @Alias("eps") double epsilon)
        implements Optimizer {
    /** With learning rate 0.002. */
    public Adamax() {
        this(0.002);
    }

    /** With PyTorch's other options. */
    public Adamax(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, 0.999, 1e-8);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Adamax {
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "in [0, 1)");
        requirePositive("epsilon", epsilon);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        DenseMatrix m = States.zerosLike(parameter);
        DenseMatrix u = States.zerosLike(parameter);
        ElementWise update = new ElementWise(
                w.length, (from, to, stride, unused, none) -> update(w, g, m.values(), u.values(), from, to, stride));
        return new States.Of(List.of(m, u), (step, rate) -> update.run(rate / States.gathered(beta1, step), 0, 0));
    }

    private void update(double[] w, double[] g, double[] m, double[] u, int from, int to, double stride) {
        double rest = 1 - beta1;
        for (int i = from; i < to; i++) {
            double mean = beta1 * m[i] + rest * g[i];
            double largest = Math.max(beta2 * u[i], Math.abs(g[i]) + epsilon);
            m[i] = mean;
            u[i] = largest;
            w[i] -= stride * mean / largest;
        }
    }
}
