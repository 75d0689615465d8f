package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The correlation between the classes and the predicted ones, in [−1, 1]; fair to classes of any size.
 *
 * <pre>{@code
 * for two classes   (TP·TN − FP·FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN))
 * in general        (c·m − Σ tₖ pₖ) / √((m² − Σ pₖ²)(m² − Σ tₖ²))
 *                   c right predictions of m; tₖ examples of class k, pₖ predictions of it
 * }</pre>
 *
 * <p>0 where all examples, or all predictions, are of one class. Errors: several labels for each example, or numbers as
 * targets, are refused.
 *
 * <p>Source: Gorodkin, "Comparing two K-category assignments by a K-category correlation coefficient", 2004.
 */
public record Matthews() implements Metric {
    @Override
    public Accumulator start(Task task) {
        Tasks.requireSingleLabel(task, "matthews");
        return Confusion.score(task, Matthews::score);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    private static double score(long[][] counts) {
        double total = Confusion.total(counts);
        double covariance = Confusion.correct(counts) * total;
        double ofTargets = total * total;
        double ofPredictions = total * total;
        for (int i = 0; i < counts.length; i++) {
            double actual = Confusion.row(counts, i);
            double predicted = Confusion.column(counts, i);
            covariance -= actual * predicted;
            ofTargets -= actual * actual;
            ofPredictions -= predicted * predicted;
        }
        return LabelCounts.divide(covariance, Math.sqrt(ofTargets) * Math.sqrt(ofPredictions));
    }
}
