package org.layerwise.training.metrics;

import org.layerwise.core.DenseMatrix;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The squared error of the probabilities.
 *
 * <pre>{@code
 * for two classes   1/m Σ (p − y)²             in [0, 1]
 * for more          1/m Σ Σ (p_c − y_c)²       in [0, 2]
 * }</pre>
 *
 * <p>Errors: refused where the outputs are no probabilities of classes.
 *
 * <p>Source: Brier, "Verification of forecasts expressed in terms of probability", 1950.
 */
public record Brier() implements Metric {
    @Override
    public Accumulator start(Task task) {
        Tasks.requireProbabilities(task, "brier");
        return new MeanOverExamples((prediction, target, i) -> error(task, prediction, target, i));
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    private static double error(Task task, DenseMatrix prediction, DenseMatrix target, int example) {
        double sum = 0;
        for (int i = 0; i < task.outputs(); i++) {
            double difference = prediction.getEntry(i, example) - target.getEntry(i, example);
            sum += difference * difference;
        }
        return task.outputs() == 2 ? sum / 2 : sum;
    }
}
