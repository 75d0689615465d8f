package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The area under the precision-recall curve as average precision.
 *
 * <pre>{@code
 * AP = Σ (Rₙ − Rₙ₋₁) Pₙ,   over the distinct scores from the highest to the lowest
 * }</pre>
 *
 * <p>With more than two classes each one is held against the rest and the values are averaged. 0 where a class has no
 * example. Errors: numbers as targets are refused.
 *
 * <p>Differs from: the trapezoidal area, which is too high because it draws straight lines between the points;
 * scikit-learn's average_precision_score agrees.
 *
 * @param average {@code macro}, {@code weighted} or {@code micro}: the plain mean over the classes; the mean weighted by
 *     their examples; one area over the outputs of all classes together; default macro
 */
public record PrAuc(Average average) implements Metric {
    /** The plain mean over the classes. */
    public PrAuc() {
        this(Average.MACRO);
    }

    /** @throws org.layerwise.core.OptionException if the average is binary */
    public PrAuc {
        Ranking.requireNotBinary(average);
    }

    @Override
    public Accumulator start(Task task) {
        return new Ranking(task, "pr_auc", average, PrAuc::area);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    private static double area(double[] positives, double[] negatives) {
        Sum area = new Sum();
        int p = positives.length;
        int n = negatives.length;
        while (p > 0) {
            double score = positives[p - 1];
            int before = p;
            while (p > 0 && positives[p - 1] == score) {
                p--;
            }
            while (n > 0 && negatives[n - 1] >= score) {
                n--;
            }
            int found = positives.length - p;
            double precision = (double) found / (found + negatives.length - n);
            area.add((before - p) * precision);
        }
        return LabelCounts.divide(area.value(), positives.length);
    }
}
