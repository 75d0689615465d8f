package org.layerwise.training.metrics;

import static org.layerwise.core.Options.requirePositive;

import java.util.Optional;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The harmonic mean of precision and recall, recall weighing β times as much.
 *
 * <pre>{@code
 * F = (1 + β²) TP / ((1 + β²) TP + FP + β² FN),   0 where the denominator is 0
 * }</pre>
 *
 * <p>Errors: numbers as targets, or {@code binary} with more than two classes, are refused.
 *
 * <p>Source: van Rijsbergen, "Information Retrieval", 1979.
 *
 * @param beta how much more recall weighs, &gt; 0; required
 * @param average {@code binary}, {@code macro}, {@code micro} or {@code weighted}; default binary for two classes (the
 *     second one counts), macro for more
 */
public record FBeta(double beta, Optional<Average> average) implements Metric {
    /** With the average that fits the number of classes. */
    public FBeta(double beta) {
        this(beta, Optional.empty());
    }

    /** @throws org.layerwise.core.OptionException if beta is not above 0 */
    public FBeta {
        requirePositive("beta", beta);
    }

    @Override
    public Accumulator start(Task task) {
        return new LabelCounts(task, "f_beta", average, this::score);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    private double score(double truePositives, double falsePositives, double falseNegatives) {
        double square = beta * beta;
        double hits = (1 + square) * truePositives;
        return LabelCounts.divide(hits, hits + falsePositives + square * falseNegatives);
    }
}
