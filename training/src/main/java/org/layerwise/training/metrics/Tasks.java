package org.layerwise.training.metrics;

import org.layerwise.core.DenseMatrix;
import org.layerwise.network.TargetKind;
import org.layerwise.training.MetricException;
import org.layerwise.training.Task;

/** What several metrics ask of their task, and how they read a prediction. */
final class Tasks {
    private Tasks() {}

    /** @throws MetricException unless the targets are classes */
    static void requireClasses(Task task, String metric) {
        if (task.targets() == TargetKind.NUMERIC) {
            throw new MetricException(metric + " needs classes, but the targets are numbers");
        }
    }

    /** @throws MetricException unless each example has exactly one class */
    static void requireSingleLabel(Task task, String metric) {
        requireClasses(task, metric);
        if (!task.singleLabel()) {
            throw new MetricException(metric + " needs one class for each example, but each of the " + task.outputs()
                    + " outputs is a label of its own");
        }
    }

    /** @throws MetricException unless the outputs are the probabilities of classes, one for each example */
    static void requireProbabilities(Task task, String metric) {
        requireSingleLabel(task, metric);
        if (task.targets() == TargetKind.BINARY && task.threshold() != 0.5) {
            throw new MetricException(
                    metric + " needs a probability, but the output is a score with the threshold " + task.threshold());
        }
    }

    /** 1 where an entry is above the threshold, else 0. */
    static int label(DenseMatrix matrix, int row, int example, double threshold) {
        return matrix.getEntry(row, example) > threshold ? 1 : 0;
    }

    /** The probability that a prediction gives to a class. */
    static double probability(Task task, DenseMatrix prediction, int klass, int example) {
        if (task.targets() == TargetKind.BINARY) {
            double second = prediction.getEntry(0, example);
            return klass == 1 ? second : 1 - second;
        }
        return prediction.getEntry(klass, example);
    }
}
