package org.layerwise.training.metrics;

import org.layerwise.core.DenseMatrix;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/**
 * The share of examples that are predicted rightly.
 *
 * <pre>{@code
 * accuracy = count(prediction = y) / m
 * }</pre>
 *
 * <p>A single output means class 1 where it is above the loss's threshold (0.5 for cross-entropy); of several outputs
 * the largest one names the class, the first where several are equal. With several labels for each example all of them
 * must be right.
 *
 * <p>Differs from: Keras, whose binary accuracy counts each label alone; scikit-learn agrees.
 */
public record Accuracy() implements Metric {
    @Override
    public Accumulator start(Task task) {
        Tasks.requireClasses(task, "accuracy");
        return new Count(task);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    private static final class Count implements Accumulator {
        private final Task task;
        private long right;
        private long examples;

        Count(Task task) {
            this.task = task;
        }

        @Override
        public void add(DenseMatrix prediction, DenseMatrix target) {
            for (int i = 0; i < target.getColumnDimension(); i++) {
                right += isRight(prediction, target, i) ? 1 : 0;
            }
            examples += target.getColumnDimension();
        }

        private boolean isRight(DenseMatrix prediction, DenseMatrix target, int example) {
            if (task.singleLabel()) {
                return task.predictedClass(prediction, example) == task.actualClass(target, example);
            }
            for (int label = 0; label < task.outputs(); label++) {
                if (Tasks.label(prediction, label, example, task.threshold())
                        != Tasks.label(target, label, example, 0.5)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public MetricValue value() {
            return new MetricValue.Scalar((double) right / examples);
        }
    }
}
