package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The mean over the classes of the share of their examples that are predicted rightly.
 *
 * <pre>{@code
 * balanced accuracy = 1/C Σ recall of class c,   over the C classes that occur in the targets
 * }</pre>
 *
 * <p>Errors: several labels for each example, or numbers as targets, are refused.
 *
 * <p>Source: Brodersen, Ong, Stephan, Buhmann, "The balanced accuracy and its posterior distribution", 2010.
 */
public record BalancedAccuracy() implements Metric {
    @Override
    public Accumulator start(Task task) {
        Tasks.requireSingleLabel(task, "balanced_accuracy");
        return Confusion.score(task, BalancedAccuracy::score);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    private static double score(long[][] counts) {
        double sum = 0;
        int classes = 0;
        for (int i = 0; i < counts.length; i++) {
            long examples = Confusion.row(counts, i);
            if (examples > 0) {
                sum += (double) counts[i][i] / examples;
                classes++;
            }
        }
        return sum / classes;
    }
}
