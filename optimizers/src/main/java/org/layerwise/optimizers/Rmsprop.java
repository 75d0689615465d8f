package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Divides each gradient by a running root mean square of its own.
 *
 * <pre>{@code
 * s = ρ s + (1 − ρ) dW²
 * a = ρ a + (1 − ρ) dW                  (centered only)
 * q = dW / (√s + ε)                     (inside_root: dW / √(s + ε);  centered: s − a² in place of s)
 * W = W − α q                           (momentum: b = momentum · b + q,  W = W − α b)
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: s, then a and b where they are used.
 * <p>Source: Tieleman, Hinton, "Lecture 6.5: rmsprop", 2012; centered: Graves, "Generating sequences", 2013.
 * <p>Differs from: PyTorch, whose ρ (there {@code alpha}) is 0.99 and whose rate is 0.01; Keras, which puts
 * ε = 1e-7 inside the root. Rate and ρ here are Keras's, ε is PyTorch's and the course's.
 *
 * @param learningRate α; default 0.001
 * @param rho ρ, how much of the average stays, in [0, 1); default 0.9
 * @param epsilon ε, at least 0; default 1e-8
 * @param momentum share of the last step that goes on, in [0, 1); default 0
 * @param centered whether the average gradient is taken off, which leaves the variance; default false
 * @param epsilonPlacement {@code outside_root} (default) or {@code inside_root}
 */
public record Rmsprop(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias({"beta", "alpha", "decay_rate"}) double rho,
        @Alias("eps") double epsilon,
        double momentum,
        @Alias("centred") boolean centered,
        EpsilonPlacement epsilonPlacement)
        implements Optimizer {
    /** With learning rate 0.001. */
    public Rmsprop() {
        this(0.001);
    }

    /** With ρ = 0.9 and ε = 1e-8. */
    public Rmsprop(double learningRate) {
        this(new ConstantRate(learningRate), 0.9, 1e-8, 0, false, EpsilonPlacement.OUTSIDE_ROOT);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Rmsprop {
        require(rho >= 0 && rho < 1, "rho", rho, "in [0, 1)");
        requireNonNegative("epsilon", epsilon);
        require(momentum >= 0 && momentum < 1, "momentum", momentum, "in [0, 1)");
        EpsilonPlacement.requireOutsideOrInside(epsilonPlacement);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        DenseMatrix s = States.zerosLike(parameter);
        List<DenseMatrix> state = new ArrayList<>(List.of(s));
        double[] a = centered ? added(state, parameter) : new double[0];
        double[] b = momentum > 0 ? added(state, parameter) : new double[0];
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        ElementWise update = new ElementWise(
                w.length, (from, to, rate, unused, none) -> update(w, g, s.values(), a, b, from, to, rate));
        return new States.Of(List.copyOf(state), (step, rate) -> update.run(rate, 0, 0));
    }

    private static double[] added(List<DenseMatrix> state, Parameter parameter) {
        DenseMatrix matrix = States.zerosLike(parameter);
        state.add(matrix);
        return matrix.values();
    }

    private void update(double[] w, double[] g, double[] s, double[] a, double[] b, int from, int to, double rate) {
        boolean inside = epsilonPlacement == EpsilonPlacement.INSIDE_ROOT;
        double underRoot = inside ? epsilon : 0;
        double besideRoot = inside ? 0 : epsilon;
        average(s, g, from, to);
        if (centered || momentum > 0) {
            general(w, g, s, a, b, from, to, rate, underRoot, besideRoot);
            return;
        }
        for (int i = from; i < to; i++) {
            w[i] -= rate * (g[i] / (Math.sqrt(s[i] + underRoot) + besideRoot));
        }
    }

    private void average(double[] s, double[] g, int from, int to) {
        double rest = 1 - rho;
        for (int i = from; i < to; i++) {
            s[i] = rho * s[i] + rest * (g[i] * g[i]);
        }
    }

    private void general(
            double[] w,
            double[] g,
            double[] s,
            double[] a,
            double[] b,
            int from,
            int to,
            double rate,
            double underRoot,
            double besideRoot) {
        double rest = 1 - rho;
        for (int i = from; i < to; i++) {
            double spread = s[i];
            if (centered) {
                a[i] = rho * a[i] + rest * g[i];
                spread = Math.max(0, spread - a[i] * a[i]);
            }
            double q = g[i] / (Math.sqrt(spread + underRoot) + besideRoot);
            if (momentum > 0) {
                q += momentum * b[i];
                b[i] = q;
            }
            w[i] -= rate * q;
        }
    }
}
