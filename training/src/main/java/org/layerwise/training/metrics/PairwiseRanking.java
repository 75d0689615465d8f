package org.layerwise.training.metrics;

import java.util.function.ToDoubleBiFunction;
import org.layerwise.core.DenseMatrix;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/** Collects the scores of each class by the class that examples have, and averages a number over the pairs of classes. */
final class PairwiseRanking implements Metric.Accumulator {
    private final Task task;
    private final boolean weighted;
    private final ToDoubleBiFunction<double[], double[]> score;
    /** The scores by the class of the example and the class whose score it is. */
    private final Scores[][] scores;

    /** @param score of the positives' and the negatives' scores, each ascending */
    PairwiseRanking(Task task, String metric, Average average, ToDoubleBiFunction<double[], double[]> score) {
        Tasks.requireSingleLabel(task, metric + " with ovo");
        this.task = task;
        this.weighted = average == Average.WEIGHTED;
        this.score = score;
        this.scores = new Scores[task.classCount()][task.classCount()];
        for (Scores[] ofClass : scores) {
            for (int i = 0; i < ofClass.length; i++) {
                ofClass[i] = new Scores();
            }
        }
    }

    @Override
    public void add(DenseMatrix prediction, DenseMatrix target) {
        for (int i = 0; i < target.getColumnDimension(); i++) {
            Scores[] ofClass = scores[task.actualClass(target, i)];
            for (int output = 0; output < ofClass.length; output++) {
                ofClass[output].add(prediction.getEntry(output, i));
            }
        }
    }

    @Override
    public MetricValue value() {
        double sum = 0;
        double weights = 0;
        for (int a = 0; a < scores.length; a++) {
            for (int b = a + 1; b < scores.length; b++) {
                double weight = weighted ? scores[a][a].size() + scores[b][b].size() : 1;
                sum += weight * (of(a, b) + of(b, a)) / 2;
                weights += weight;
            }
        }
        return new MetricValue.Scalar(sum / weights);
    }

    /** How well the score of a class tells it from another one. */
    private double of(int klass, int other) {
        Scores positives = scores[klass][klass];
        Scores negatives = scores[other][klass];
        boolean defined = positives.size() > 0 && negatives.size() > 0 && !positives.hasNaN() && !negatives.hasNaN();
        return defined ? score.applyAsDouble(positives.sorted(), negatives.sorted()) : Double.NaN;
    }
}
