package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * Agreement of predictions and targets beyond chance: 1 is perfect, 0 is what chance gives.
 *
 * <pre>{@code
 * κ = 1 − (1 − p_observed) / (1 − p_chance)
 * }</pre>
 *
 * <p>NaN where targets and predictions hold one and the same single class. Errors: several labels for each example, or
 * numbers as targets, are refused.
 *
 * <p>Source: Cohen, "A coefficient of agreement for nominal scales", 1960.
 */
public record CohenKappa() implements Metric {
    @Override
    public Accumulator start(Task task) {
        Tasks.requireSingleLabel(task, "cohen_kappa");
        return Confusion.score(task, CohenKappa::score);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    private static double score(long[][] counts) {
        double total = Confusion.total(counts);
        double expected = 0;
        for (int i = 0; i < counts.length; i++) {
            expected += (double) Confusion.row(counts, i) * Confusion.column(counts, i);
        }
        double disagreement = total - Confusion.correct(counts);
        return 1 - disagreement * total / (total * total - expected);
    }
}
