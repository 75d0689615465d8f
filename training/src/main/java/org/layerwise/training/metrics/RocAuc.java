package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The area under the receiver operating characteristic: the chance that an example of the class scores above one that
 * is not.
 *
 * <pre>{@code
 * AUC = (pairs with s⁺ > s⁻  +  ½ pairs with s⁺ = s⁻) / (P · N)
 * }</pre>
 *
 * <p>Exact, ties included: it is counted in integers over the sorted scores. With more than two classes each one is
 * held against the rest and the values are averaged. NaN where a class has no example, or all. Errors: numbers as
 * targets are refused.
 *
 * <p>Source: Hanley, McNeil, "The meaning and use of the area under a receiver operating characteristic curve", 1982.
 *
 * <p>Differs from: Keras, which approximates the curve by 200 thresholds.
 *
 * @param average {@code macro} or {@code weighted}, over the classes; default macro
 */
public record RocAuc(Average average) implements Metric {
    /** The plain mean over the classes. */
    public RocAuc() {
        this(Average.MACRO);
    }

    /** @throws org.layerwise.core.OptionException if the average is neither macro nor weighted */
    public RocAuc {
        Ranking.requireMacroOrWeighted(average);
    }

    @Override
    public Accumulator start(Task task) {
        return new Ranking(task, "roc_auc", average, RocAuc::area);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    private static double area(double[] positives, double[] negatives) {
        long twice = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : positives) {
            while (below < negatives.length && negatives[below] < score) {
                below++;
            }
            notAbove = Math.max(notAbove, below);
            while (notAbove < negatives.length && negatives[notAbove] <= score) {
                notAbove++;
            }
            twice += below + notAbove;
        }
        return twice / (2.0 * positives.length * negatives.length);
    }
}
