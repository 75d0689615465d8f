package org.layerwise.core;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.internal.MomentLoop;

/**
 * Averages of a gradient and of its square, and the step along the one divided by the root of the other: the loop of
 * {@code adam} and {@code adamw}, for an {@link ElementWise}.
 *
 * <pre>{@code
 * g = dW + weight_decay · W
 * m = β1 m + (1 − β1) g
 * v = β2 v + (1 − β2) g²
 * W = kept · W − stride · m / (√(v · scale + under) + beside)
 * }</pre>
 *
 * <p>The numbers of a run are stride, scale and kept. Arrays: W, dW, m, v of one length; v is at least 0. Where what
 * stands below the root overflows W becomes NaN: training that diverged is not to look as if it stood still.
 * <p>In {@code core} because it uses the processor's vector instructions where the module {@code jdk.incubator.vector}
 * is there, for two fifths less time; with the same bits.
 * <p>Source: Kingma, Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1.
 */
public final class AdaptiveMoments implements ElementWise.Body {
    private final double[] w;
    private final double[] g;
    private final double[] m;
    private final double[] v;
    private final Rule rule;

    /**
     * @param w the weights, changed by each run
     * @param g dW
     * @param m the average of the gradients, changed by each run
     * @param v that of their squares, changed by each run
     * @throws ShapeException if the arrays differ in length
     */
    @SuppressWarnings("ArrayParameters")
    public AdaptiveMoments(double[] w, double[] g, double[] m, double[] v, Rule rule) {
        if (g.length != w.length || m.length != w.length || v.length != w.length) {
            throw new ShapeException("W, dW, m and v have " + w.length + ", " + g.length + ", " + m.length + " and "
                    + v.length + " entries");
        }
        this.w = w;
        this.g = g;
        this.m = m;
        this.v = v;
        this.rule = rule;
    }

    @Override
    public void run(int from, int to, double stride, double scale, double kept) {
        MomentLoop.chosen().run(w, g, m, v, rule, from, to, stride, scale, kept);
    }

    /**
     * What does not change from run to run.
     *
     * @param beta1 β1, in [0, 1)
     * @param beta2 β2, in [0, 1)
     * @param weightDecay how much of the weights is added to the gradient, at least 0
     * @param under what is added below the root, at least 0
     * @param beside what is added to the root, at least 0
     */
    public record Rule(double beta1, double beta2, double weightDecay, double under, double beside) {
        /** @throws OptionException if a number is out of range */
        public Rule {
            require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
            require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "in [0, 1)");
            requireNonNegative("weight_decay", weightDecay);
            requireNonNegative("under", under);
            requireNonNegative("beside", beside);
        }
    }
}
