package org.layerwise.training.metrics;

import java.util.Optional;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * Of the examples of a class, the share that are predicted as such; also called sensitivity.
 *
 * <pre>{@code
 * recall = TP / (TP + FN),   0 where the class has no example
 * }</pre>
 *
 * <p>Errors: numbers as targets, or {@code binary} with more than two classes, are refused.
 *
 * <p>Differs from: scikit-learn, whose average is binary whatever the number of classes, which fails for more than two.
 *
 * @param average {@code binary}, {@code macro}, {@code micro} or {@code weighted}; default binary for two classes (the
 *     second one counts), macro for more
 */
public record Recall(Optional<Average> average) implements Metric {
    /** With the average that fits the number of classes. */
    public Recall() {
        this(Optional.empty());
    }

    /** With this average. */
    public Recall(Average average) {
        this(Optional.of(average));
    }

    @Override
    public Accumulator start(Task task) {
        return new LabelCounts(
                task, "recall", average, (hits, wrong, missed) -> LabelCounts.divide(hits, hits + missed));
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }
}
