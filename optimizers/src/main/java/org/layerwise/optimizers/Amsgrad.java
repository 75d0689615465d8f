package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Adam whose divisor never falls, which restores a proof of convergence.
 *
 * <pre>{@code
 * m = β1 m + (1 − β1) dW
 * v = β2 v + (1 − β2) dW²
 * x = max(x, v)                                    (x = 0 before the first step)
 * W = W − α (m / (1 − β1^t)) / (√(x / (1 − β2^t)) + ε)
 * W = W − α m / (√x + ε)                           (without bias correction)
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: m, v, x.
 * <p>Source: Reddi, Kale, Kumar, "On the convergence of Adam and beyond", 2018.
 * <p>Differs from: the paper, which corrects no bias; the default is PyTorch's {@code Adam(amsgrad=True)}.
 *
 * @param learningRate α; default 0.001
 * @param beta1 β1, in [0, 1); default 0.9
 * @param beta2 β2, in [0, 1); default 0.999
 * @param epsilon ε, at least 0; default 1e-8
 * @param biasCorrection whether the averages are scaled up to make good for their start at 0; default true
 */
public record Amsgrad(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("beta_1") double beta1,
        @Alias("beta_2") double beta2,
        @Alias("eps") double epsilon,
        boolean biasCorrection)
        implements Optimizer {
    /** With learning rate 0.001. */
    public Amsgrad() {
        this(0.001);
    }

    /** With PyTorch's other options. */
    public Amsgrad(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, 0.999, 1e-8, true);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Amsgrad {
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "in [0, 1)");
        requireNonNegative("epsilon", epsilon);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        DenseMatrix m = States.zerosLike(parameter);
        DenseMatrix v = States.zerosLike(parameter);
        DenseMatrix x = States.zerosLike(parameter);
        ElementWise update = new ElementWise(
                w.length,
                (from, to, stride, scale, unused) ->
                        update(w, g, m.values(), v.values(), x.values(), from, to, stride, scale));
        return new States.Of(
                List.of(m, v, x),
                (step, rate) -> update.run(
                        biasCorrection ? rate / States.gathered(beta1, step) : rate,
                        biasCorrection ? 1 / States.gathered(beta2, step) : 1,
                        0));
    }

    private void update(
            double[] w, double[] g, double[] m, double[] v, double[] x, int from, int to, double stride, double scale) {
        double rest1 = 1 - beta1;
        double rest2 = 1 - beta2;
        for (int i = from; i < to; i++) {
            double mean = beta1 * m[i] + rest1 * g[i];
            double square = beta2 * v[i] + rest2 * (g[i] * g[i]);
            double largest = Math.max(x[i], square);
            m[i] = mean;
            v[i] = square;
            x[i] = largest;
            w[i] -= stride * mean / (Math.sqrt(largest * scale) + epsilon);
        }
    }
}
