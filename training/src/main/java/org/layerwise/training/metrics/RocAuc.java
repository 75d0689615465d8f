package org.layerwise.training.metrics;

import static org.layerwise.core.Options.require;

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
 * <p>Exact, ties included: it is counted in integers over the sorted scores. With more than two classes either each one
 * is held against the rest ({@code ovr}), or each against each other one ({@code ovo}): there the value of a pair is the
 * mean of the areas by the first one's score and by the second one's, over the examples of the two. The values are
 * averaged. NaN where a class has no example, or all. Keeps every score in memory. Errors: numbers as targets, {@code
 * ovo} with several labels for each example, or {@code ovo} with the average micro are refused.
 *
 * <p>Source: Hanley, McNeil, "The meaning and use of the area under a receiver operating characteristic curve", 1982;
 * for ovo: Hand, Till, "A simple generalisation of the area under the ROC curve for multiple class classification
 * problems", 2001.
 *
 * <p>Differs from: Keras, which approximates the curve by 200 thresholds; scikit-learn, which refuses what is NaN here.
 *
 * @param average {@code macro}, {@code weighted} or {@code micro}: the plain mean over the classes or pairs; the mean
 *     weighted by their examples; one area over the outputs of all classes together; default macro
 * @param multiClass {@code ovr} or {@code ovo}, for more than two classes; default ovr
 */
public record RocAuc(Average average, MultiClass multiClass) implements Metric {
    /** The plain mean over the classes, each against the rest. */
    public RocAuc() {
        this(Average.MACRO);
    }

    /** Each class against the rest. */
    public RocAuc(Average average) {
        this(average, MultiClass.OVR);
    }

    /** @throws org.layerwise.core.OptionException if the average is binary, or micro over pairs of classes */
    public RocAuc {
        Ranking.requireNotBinary(average);
        require(
                multiClass == MultiClass.OVR || average != Average.MICRO,
                "average",
                "micro",
                "macro or weighted with ovo");
    }

    @Override
    public Accumulator start(Task task) {
        if (multiClass == MultiClass.OVO && task.classCount() != 2) {
            return new PairwiseRanking(task, "roc_auc", average, RocAuc::area);
        }
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
