package org.layerwise.training.metrics;

import static org.layerwise.core.Options.require;

import java.util.function.ToDoubleBiFunction;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.TargetKind;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/**
 * Keeps the score of every example, apart for those that belong to a class and those that do not, and averages over
 * the classes a number made from the two ascending lists.
 */
final class Ranking implements Metric.Accumulator {
    private final Task task;
    private final boolean weighted;
    private final ToDoubleBiFunction<double[], double[]> score;
    private final boolean together;
    private final int firstOutput;
    private final Scores[] positives;
    private final Scores[] negatives;

    /** @param score of the positives' and the negatives' scores, each ascending */
    Ranking(Task task, String metric, Average average, ToDoubleBiFunction<double[], double[]> score) {
        Tasks.requireClasses(task, metric);
        this.task = task;
        this.weighted = average == Average.WEIGHTED;
        this.score = score;
        boolean twoClasses = task.targets() == TargetKind.ONE_HOT && task.outputs() == 2;
        this.firstOutput = twoClasses ? 1 : 0;
        this.together = average == Average.MICRO;
        int lists = together ? 1 : task.outputs() - firstOutput;
        this.positives = new Scores[lists];
        this.negatives = new Scores[lists];
        for (int i = 0; i < lists; i++) {
            positives[i] = new Scores();
            negatives[i] = new Scores();
        }
    }

    /** Refuses the average that a ranking does not have: with two classes every other one is the same. */
    static void requireNotBinary(Average average) {
        require(average != Average.BINARY, "average", "binary", "macro, weighted or micro");
    }

    @Override
    public void add(DenseMatrix prediction, DenseMatrix target) {
        for (int i = 0; i < target.getColumnDimension(); i++) {
            for (int output = firstOutput; output < task.outputs(); output++) {
                int list = together ? 0 : output - firstOutput;
                boolean belongs = task.targets() == TargetKind.ONE_HOT
                        ? task.actualClass(target, i) == output
                        : Tasks.label(target, output, i, 0.5) == 1;
                (belongs ? positives : negatives)[list].add(prediction.getEntry(output, i));
            }
        }
    }

    @Override
    public MetricValue value() {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < positives.length; i++) {
            double weight = weighted ? positives[i].size() : 1;
            sum += weight * of(i);
            weights += weight;
        }
        return new MetricValue.Scalar(sum / weights);
    }

    private double of(int list) {
        if (positives[list].hasNaN() || negatives[list].hasNaN()) {
            return Double.NaN;
        }
        return score.applyAsDouble(positives[list].sorted(), negatives[list].sorted());
    }
}
