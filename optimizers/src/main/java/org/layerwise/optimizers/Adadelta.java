package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Divides each gradient by its root mean square and multiplies by that of its own past steps.
 *
 * <pre>{@code
 * s = ρ s + (1 − ρ) dW²
 * x = √(d + ε) / √(s + ε) · dW
 * d = ρ d + (1 − ρ) x²
 * W = W − α x
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: s, d.
 * <p>Source: Zeiler, "ADADELTA: an adaptive learning rate method", 2012.
 * <p>Differs from: Keras, whose rate is 0.001, ρ 0.95 and ε 1e-7. Defaults are PyTorch's; the paper's rate is 1 too.
 *
 * @param learningRate α; default 1
 * @param rho ρ, in [0, 1); default 0.9
 * @param epsilon ε, above 0, or nothing would ever move; default 1e-6
 */
public record Adadelta(
        @Alias("lr") LearningRateSchedule learningRate,
        double rho,
        @Alias("eps") double epsilon) implements Optimizer {
    /** With learning rate 1. */
    public Adadelta() {
        this(1);
    }

    /** With PyTorch's other options. */
    public Adadelta(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, 1e-6);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Adadelta {
        require(rho >= 0 && rho < 1, "rho", rho, "in [0, 1)");
        requirePositive("epsilon", epsilon);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        DenseMatrix s = States.zerosLike(parameter);
        DenseMatrix d = States.zerosLike(parameter);
        ElementWise update = new ElementWise(
                w.length, (from, to, rate, unused, none) -> update(w, g, s.values(), d.values(), from, to, rate));
        return new States.Of(List.of(s, d), (step, rate) -> update.run(rate, 0, 0));
    }

    private void update(double[] w, double[] g, double[] s, double[] d, int from, int to, double rate) {
        double rest = 1 - rho;
        for (int i = from; i < to; i++) {
            double square = rho * s[i] + rest * (g[i] * g[i]);
            double x = Math.sqrt(d[i] + epsilon) / Math.sqrt(square + epsilon) * g[i];
            s[i] = square;
            d[i] = rho * d[i] + rest * (x * x);
            w[i] -= rate * x;
        }
    }
}
