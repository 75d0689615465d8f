package org.layerwise.optimizers;

import static org.layerwise.core.Options.requireNonNegative;

import java.util.Arrays;
import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Divides each gradient by the root of the sum of all its squares so far.
 *
 * <pre>{@code
 * s = s + dW²                    (s = initial_accumulator before the first step)
 * W = W − α dW / (√s + ε)        (inside_root: W − α dW / √(s + ε))
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: s.
 * <p>Source: Duchi, Hazan, Singer, "Adaptive subgradient methods for online learning", 2011.
 * <p>Differs from: Keras, whose s begins at 0.1, with rate 0.001 and ε = 1e-7 inside the root. Defaults are PyTorch's.
 *
 * @param learningRate α; default 0.01
 * @param initialAccumulator s before the first step, at least 0; default 0
 * @param epsilon ε, at least 0; default 1e-10
 * @param epsilonPlacement {@code outside_root} (default) or {@code inside_root}
 */
public record Adagrad(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("initial_accumulator_value") double initialAccumulator,
        @Alias("eps") double epsilon,
        EpsilonPlacement epsilonPlacement)
        implements Optimizer {
    /** With learning rate 0.01. */
    public Adagrad() {
        this(0.01);
    }

    /** With PyTorch's other options. */
    public Adagrad(double learningRate) {
        this(new ConstantRate(learningRate), 0, 1e-10, EpsilonPlacement.OUTSIDE_ROOT);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Adagrad {
        requireNonNegative("initial_accumulator", initialAccumulator);
        requireNonNegative("epsilon", epsilon);
        EpsilonPlacement.requireOutsideOrInside(epsilonPlacement);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        DenseMatrix s = States.zerosLike(parameter);
        Arrays.fill(s.values(), initialAccumulator);
        ElementWise update =
                new ElementWise(w.length, (from, to, rate, unused, none) -> update(w, g, s.values(), from, to, rate));
        return new States.Of(List.of(s), (step, rate) -> update.run(rate, 0, 0));
    }

    private void update(double[] w, double[] g, double[] s, int from, int to, double rate) {
        boolean inside = epsilonPlacement == EpsilonPlacement.INSIDE_ROOT;
        double underRoot = inside ? epsilon : 0;
        double besideRoot = inside ? 0 : epsilon;
        for (int i = from; i < to; i++) {
            double sum = s[i] + g[i] * g[i];
            s[i] = sum;
            w[i] -= rate * (g[i] / (Math.sqrt(sum + underRoot) + besideRoot));
        }
    }
}
