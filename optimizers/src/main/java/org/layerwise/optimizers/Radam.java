package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Adam that waits with dividing until the variance of its divisor can be estimated.
 *
 * <pre>{@code
 * m = β1 m + (1 − β1) dW        v = β2 v + (1 − β2) dW²        t = 1 at the first step
 * ρ∞ = 2/(1 − β2) − 1           ρ = ρ∞ − 2 t β2^t / (1 − β2^t)
 * ρ > 5:  W = W − α r m̂ √(1 − β2^t) / (√v + ε),  m̂ = m / (1 − β1^t)
 *         r = √( (ρ − 4)(ρ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ) )
 * else:   W = W − α m̂
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: m, v.
 * <p>Source: Liu, Jiang, He, Chen, Liu, Gao, Han, "On the variance of the adaptive learning rate and beyond", 2020.
 * <p>Differs from: the authors' code, which begins to divide at ρ ≥ 5. Formula and defaults are PyTorch's.
 *
 * @param learningRate α; default 0.001
 * @param beta1 β1, in [0, 1); default 0.9
 * @param beta2 β2, in [0.6, 1), as ρ∞ must be at least 4; default 0.999
 * @param epsilon ε, at least 0; default 1e-8
 */
public record Radam(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("beta_1") double beta1,
        @Alias("beta_2") double beta2,
        @Alias("eps") double epsilon)
        implements Optimizer {
    private static final double RELIABLE = 5;

    /** With learning rate 0.001. */
    public Radam() {
        this(0.001);
    }

    /** With PyTorch's other options. */
    public Radam(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, 0.999, 1e-8);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Radam {
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
        require(beta2 >= 0.6 && beta2 < 1, "beta2", beta2, "in [0.6, 1)");
        requireNonNegative("epsilon", epsilon);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        DenseMatrix m = States.zerosLike(parameter);
        DenseMatrix v = States.zerosLike(parameter);
        ElementWise adaptive = new ElementWise(w.length, (from, to, stride, unused, none) -> {
            average(g, m.values(), v.values(), from, to);
            descendAdaptively(w, m.values(), v.values(), from, to, stride);
        });
        ElementWise plain = new ElementWise(w.length, (from, to, stride, unused, none) -> {
            average(g, m.values(), v.values(), from, to);
            descend(w, m.values(), from, to, stride);
        });
        return new States.Of(List.of(m, v), (step, rate) -> update(adaptive, plain, step, rate));
    }

    private void update(ElementWise adaptive, ElementWise plain, long step, double rate) {
        double c2 = States.gathered(beta2, step);
        double rho = longest() - 2 * (step + 1.0) * (1 - c2) / c2;
        double stride = rate / States.gathered(beta1, step);
        if (rho > RELIABLE) {
            adaptive.run(stride * rectification(rho) * Math.sqrt(c2), 0, 0);
        } else {
            plain.run(stride, 0, 0);
        }
    }

    private void descendAdaptively(double[] w, double[] m, double[] v, int from, int to, double stride) {
        for (int i = from; i < to; i++) {
            w[i] -= stride * m[i] / (Math.sqrt(v[i]) + epsilon);
        }
    }

    private static void descend(double[] w, double[] m, int from, int to, double stride) {
        for (int i = from; i < to; i++) {
            w[i] -= stride * m[i];
        }
    }

    private void average(double[] g, double[] m, double[] v, int from, int to) {
        double rest1 = 1 - beta1;
        double rest2 = 1 - beta2;
        for (int i = from; i < to; i++) {
            m[i] = beta1 * m[i] + rest1 * g[i];
            v[i] = beta2 * v[i] + rest2 * (g[i] * g[i]);
        }
    }

    private double longest() {
        return 2 / (1 - beta2) - 1;
    }

    private double rectification(double rho) {
        double longest = longest();
        return Math.sqrt((rho - 4) * (rho - 2) * longest / ((longest - 4) * (longest - 2) * rho));
    }
}
