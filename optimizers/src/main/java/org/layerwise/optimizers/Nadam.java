package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Elementary;
import org.layerwise.core.Parameter;

/**
 * Adam that looks ahead as Nesterov's momentum does.
 *
 * <pre>{@code
 * m = β1 m + (1 − β1) dW        v = β2 v + (1 − β2) dW²        t = 1 at the first step
 * μ_t = β1 (1 − 0.96^(t · momentum_decay) / 2)                 (without momentum_schedule: μ_t = β1)
 * m̂ = μ_(t+1) m / (1 − Π_(i ≤ t+1) μ_i) + (1 − μ_t) dW / (1 − Π_(i ≤ t) μ_i)
 * W = W − α m̂ / (√(v / (1 − β2^t)) + ε)
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: m, v, and the product of the μ as a 1x1 matrix.
 * <p>Source: Dozat, "Incorporating Nesterov momentum into Adam", 2016.
 * <p>Differs from: Keras, whose rate is 0.001. Defaults are PyTorch's.
 *
 * @param learningRate α; default 0.002
 * @param beta1 β1, in [0, 1); default 0.9
 * @param beta2 β2, in [0, 1); default 0.999
 * @param epsilon ε, at least 0; default 1e-8
 * @param momentumDecay how fast μ grows towards β1, at least 0; default 0.004
 * @param momentumSchedule whether μ grows at all; default true
 */
public record Nadam(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("beta_1") double beta1,
        @Alias("beta_2") double beta2,
        @Alias("eps") double epsilon,
        double momentumDecay,
        boolean momentumSchedule)
        implements Optimizer {
    private static final double LOG_OF_096 = -0.04082199452025517;

    /** With learning rate 0.002. */
    public Nadam() {
        this(0.002);
    }

    /** With PyTorch's other options. */
    public Nadam(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, 0.999, 1e-8, 0.004, true);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Nadam {
        require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
        require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "in [0, 1)");
        requireNonNegative("epsilon", epsilon);
        requireNonNegative("momentum_decay", momentumDecay);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        DenseMatrix m = States.zerosLike(parameter);
        DenseMatrix v = States.zerosLike(parameter);
        DenseMatrix product = DenseMatrix.wrap(1, 1, new double[] {1});
        ElementWise update = new ElementWise(
                w.length,
                (from, to, ofMean, ofGradient, scale) ->
                        update(w, g, m.values(), v.values(), from, to, ofMean, ofGradient, scale));
        return new States.Of(List.of(m, v, product), (step, rate) -> update(update, product.values(), step, rate));
    }

    private void update(ElementWise update, double[] product, long step, double rate) {
        double now = momentumAt(step + 1);
        double next = momentumAt(step + 2);
        product[0] *= now;
        double ofMean = rate * next / (1 - product[0] * next);
        double ofGradient = rate * (1 - now) / (1 - product[0]);
        update.run(ofMean, ofGradient, 1 / States.gathered(beta2, step));
    }

    private void update(
            double[] w,
            double[] g,
            double[] m,
            double[] v,
            int from,
            int to,
            double ofMean,
            double ofGradient,
            double scale) {
        double rest1 = 1 - beta1;
        double rest2 = 1 - beta2;
        for (int i = from; i < to; i++) {
            double mean = beta1 * m[i] + rest1 * g[i];
            double square = beta2 * v[i] + rest2 * (g[i] * g[i]);
            m[i] = mean;
            v[i] = square;
            w[i] -= (ofMean * mean + ofGradient * g[i]) / (Math.sqrt(square * scale) + epsilon);
        }
    }

    private double momentumAt(long t) {
        return momentumSchedule ? beta1 * (1 - 0.5 * Elementary.exp(LOG_OF_096 * t * momentumDecay)) : beta1;
    }
}
