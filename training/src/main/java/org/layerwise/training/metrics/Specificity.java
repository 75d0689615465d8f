package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricException;
import org.layerwise.training.Task;

/**
 * Of the examples of the first of two classes, the share that are predicted as such: the recall of the negatives.
 *
 * <pre>{@code
 * specificity = TN / (TN + FP),   0 where there are no negatives
 * }</pre>
 *
 * <p>Errors: refused unless there are two classes.
 */
public record Specificity() implements Metric {
    @Override
    public Accumulator start(Task task) {
        Tasks.requireSingleLabel(task, "specificity");
        if (task.classCount() != 2) {
            throw new MetricException("specificity needs two classes, but there are " + task.classCount());
        }
        return Confusion.score(task, Specificity::score);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    private static double score(long[][] counts) {
        double negatives = Confusion.row(counts, 0);
        return LabelCounts.divide((double) counts[0][0], negatives);
    }
}
