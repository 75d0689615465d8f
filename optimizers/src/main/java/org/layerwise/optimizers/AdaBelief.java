package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Adam that divides by how far gradients stray from their average: long steps where they agree.
 *
 * <pre>{@code
 * m = β1 m + (1 − β1) dW                   m̂ = m / (1 − β1^t)
 * s = β2 s + (1 − β2) (dW − m)² + ε        ŝ = s / (1 − β2^t)       t = 1 at the first step
 * W = W − α m̂ / (√ŝ + ε)
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: m, s.
 * <p>Source: Zhuang and others, "AdaBelief optimizer: adapting stepsizes by the belief in observed gradients", 2020.
 * <p>Differs from: nobody known; ε = 1e-16 is that of the authors' code and of optax.
 *
 * @param learningRate α; default 0.001
 * @param beta1 β1, in [0, 1); default 0.9
 * @param beta2 β2, in [0, 1); default 0.999
 * @param epsilon ε, at least 0; default 1e-16
 */
public record AdaBelief(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("beta_1") double beta1,
        @Alias("beta_2") double beta2,
        @Alias("eps") double epsilon)
        implements Optimizer {
    /** With learning rate 0.001. */
    public AdaBelief() {
        this(0.001);
    }

    /** With the authors' other options. */
    public AdaBelief(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, 0.999, 1e-16);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public AdaBelief {
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "in [0, 1)");
        requireNonNegative("epsilon", epsilon);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        DenseMatrix m = States.zerosLike(parameter);
        DenseMatrix s = States.zerosLike(parameter);
        ElementWise update = new ElementWise(
                w.length,
                (from, to, stride, scale, unused) -> update(w, g, m.values(), s.values(), from, to, stride, scale));
        return new States.Of(
                List.of(m, s),
                (step, rate) -> update.run(rate / States.gathered(beta1, step), 1 / States.gathered(beta2, step), 0));
    }

    private void update(double[] w, double[] g, double[] m, double[] s, int from, int to, double stride, double scale) {
        double rest1 = 1 - beta1;
        double rest2 = 1 - beta2;
        for (int i = from; i < to; i++) {
            double mean = beta1 * m[i] + rest1 * g[i];
            double surprise = g[i] - mean;
            double spread = beta2 * s[i] + rest2 * (surprise * surprise) + epsilon;
            m[i] = mean;
            s[i] = spread;
            w[i] -= stride * mean / (Math.sqrt(spread * scale) + epsilon);
        }
    }
}
