package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

import java.util.Arrays;
import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Resilient propagation: each weight has a step of its own, which grows while the sign of its gradient stays and
 * shrinks when it turns. Meant for the full batch.
 *
 * <pre>{@code
 * f = eta_plus where dW · p > 0,  eta_minus where dW · p < 0,  else 1      (p = 0 before the first step)
 * s = min(max(s f, step_min), step_max)                                    (s = α before the first step)
 * g = 0 where dW · p < 0, else dW
 * W = W − s sign(g),  p = g
 * }</pre>
 *
 * <p>Shapes: any; element-wise. State: p, and s / α. With a rate that changes, the steps change in proportion.
 * <p>Source: Riedmiller, Braun, "A direct adaptive method for faster backpropagation learning", 1993; this is the
 * variant "iRprop−" of Igel, Hüsken, 2000.
 * <p>Differs from: PyTorch, whose rate is the first step only, which is the same for a constant rate. Defaults are its.
 *
 * @param learningRate α, the first step; default 0.01
 * @param etaMinus factor of a step that went too far, in (0, 1); default 0.5
 * @param etaPlus factor of a step that went well, above 1; default 1.2
 * @param stepMin the shortest step, above 0; default 1e-6
 * @param stepMax the longest step, at least step_min; default 50
 */
public record Rprop(
        @Alias("lr") LearningRateSchedule learningRate, double etaMinus, double etaPlus, double stepMin, double stepMax)
        implements Optimizer {
    /** With learning rate 0.01. */
    public Rprop() {
        this(0.01);
    }

    /** With PyTorch's other options. */
    public Rprop(double learningRate) {
        this(new ConstantRate(learningRate), 0.5, 1.2, 1e-6, 50);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Rprop {
        require(etaMinus > 0 && etaMinus < 1, "eta_minus", etaMinus, "in (0, 1)");
        require(etaPlus > 1 && Double.isFinite(etaPlus), "eta_plus", etaPlus, "> 1");
        requirePositive("step_min", stepMin);
        require(stepMax >= stepMin && Double.isFinite(stepMax), "step_max", stepMax, ">= step_min (" + stepMin + ")");
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        DenseMatrix p = States.zerosLike(parameter);
        DenseMatrix s = States.zerosLike(parameter);
        Arrays.fill(s.values(), 1);
        ElementWise update = new ElementWise(
                w.length, (from, to, rate, unused, none) -> update(w, g, p.values(), s.values(), from, to, rate));
        return new States.Of(List.of(p, s), (step, rate) -> {
            if (rate > 0) {
                update.run(rate, 0, 0);
            }
        });
    }

    private void update(double[] w, double[] g, double[] p, double[] s, int from, int to, double rate) {
        double shortest = stepMin / rate;
        double longest = stepMax / rate;
        for (int i = from; i < to; i++) {
            double agreement = States.sign(g[i]) * States.sign(p[i]);
            double factor = agreement > 0 ? etaPlus : agreement < 0 ? etaMinus : 1;
            double gradient = agreement < 0 ? 0 : g[i];
            s[i] = Math.min(Math.max(s[i] * factor, shortest), longest);
            p[i] = gradient;
            w[i] -= rate * s[i] * States.sign(gradient);
        }
    }
}
