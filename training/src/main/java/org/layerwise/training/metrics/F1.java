package org.layerwise.training.metrics;

import java.util.Optional;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The harmonic mean of precision and recall.
 *
 * <pre>{@code
 * F1 = 2 TP / (2 TP + FP + FN),   0 where the denominator is 0
 * }</pre>
 *
 * <p>Errors: numbers as targets, or {@code binary} with more than two classes, are refused.
 *
 * <p>Differs from: scikit-learn, whose average is binary whatever the number of classes, which fails for more than two.
 *
 * @param average {@code binary}, {@code macro}, {@code micro} or {@code weighted}; default binary for two classes (the
 *     second one counts), macro for more
 */
public record F1(Optional<Average> average) implements Metric {
    /** With the average that fits the number of classes. */
    public F1() {
        this(Optional.empty());
    }

    /** With this average. */
    public F1(Average average) {
        this(Optional.of(average));
    }

    @Override
    public Accumulator start(Task task) {
        return new LabelCounts(
                task, "f1", average, (hits, wrong, missed) -> LabelCounts.divide(2 * hits, 2 * hits + wrong + missed));
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }
}
