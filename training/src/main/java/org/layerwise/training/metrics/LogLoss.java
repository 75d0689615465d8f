package org.layerwise.training.metrics;

import static org.layerwise.core.Options.require;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The cross-entropy of the probability that was given to the right class.
 *
 * <pre>{@code
 * log loss = −1/m Σ ln clip(p of y, ε, 1 − ε)
 * }</pre>
 *
 * <p>Errors: refused where the outputs are no probabilities of classes.
 *
 * <p>Differs from: the cost of a run, which is computed from the pre-activation without clipping and includes the
 * penalty; scikit-learn agrees.
 *
 * @param epsilon ε, how near to 0 and 1 a probability may come, in (0, 0.5); default 2⁻⁵²
 */
public record LogLoss(double epsilon) implements Metric {
    /** With ε = 2⁻⁵². */
    public LogLoss() {
        this(0x1p-52);
    }

    /** @throws org.layerwise.core.OptionException if epsilon is outside (0, 0.5) */
    public LogLoss {
        require(epsilon > 0 && epsilon < 0.5, "epsilon", epsilon, "in (0, 0.5)");
    }

    @Override
    public Accumulator start(Task task) {
        Tasks.requireProbabilities(task, "log_loss");
        return new MeanOverExamples((prediction, target, i) -> loss(task, prediction, target, i));
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    private double loss(Task task, DenseMatrix prediction, DenseMatrix target, int example) {
        double p = Tasks.probability(task, prediction, task.actualClass(target, example), example);
        return -Elementary.log(Math.min(Math.max(p, epsilon), 1 - epsilon));
    }
}
