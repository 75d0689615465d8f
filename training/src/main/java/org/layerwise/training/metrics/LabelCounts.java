package org.layerwise.training.metrics;

import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricException;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/** Counts, for each class or label, how often it was found rightly, found wrongly and missed; averages a ratio of them. */
final class LabelCounts implements Metric.Accumulator {
    /** A ratio of the counts of one label. */
    interface Ratio {
        double of(double truePositives, double falsePositives, double falseNegatives);
    }

    private final Task task;
    private final Average average;
    private final Ratio ratio;
    private final double[] truePositives;
    private final double[] falsePositives;
    private final double[] falseNegatives;

    /**
     * @param average how labels are brought together; left open, binary for two classes and macro for more
     * @throws MetricException if the targets are no classes, or binary is asked of more than two
     */
    LabelCounts(Task task, String metric, Optional<Average> average, Ratio ratio) {
        Tasks.requireClasses(task, metric);
        boolean twoClasses = task.singleLabel() && task.classCount() == 2;
        if (average.equals(Optional.of(Average.BINARY)) && !twoClasses) {
            throw new MetricException(metric + " with average binary needs two classes, but there are "
                    + task.classCount() + "; use macro, micro or weighted");
        }
        this.task = task;
        this.average = average.orElse(twoClasses ? Average.BINARY : Average.MACRO);
        this.ratio = ratio;
        this.truePositives = new double[task.classCount()];
        this.falsePositives = new double[task.classCount()];
        this.falseNegatives = new double[task.classCount()];
    }

    /** {@code numerator / denominator}, 0 where the denominator is 0. */
    static double divide(double numerator, double denominator) {
        return denominator == 0 ? 0 : numerator / denominator;
    }

    @Override
    public void add(DenseMatrix prediction, DenseMatrix target) {
        for (int i = 0; i < target.getColumnDimension(); i++) {
            if (task.singleLabel()) {
                count(task.actualClass(target, i), task.predictedClass(prediction, i));
            } else {
                countLabels(prediction, target, i);
            }
        }
    }

    private void count(int actual, int predicted) {
        if (actual == predicted) {
            truePositives[actual]++;
        } else {
            falsePositives[predicted]++;
            falseNegatives[actual]++;
        }
    }

    private void countLabels(DenseMatrix prediction, DenseMatrix target, int example) {
        for (int label = 0; label < task.outputs(); label++) {
            int actual = Tasks.label(target, label, example, 0.5);
            int predicted = Tasks.label(prediction, label, example, task.threshold());
            truePositives[label] += actual & predicted;
            falsePositives[label] += (1 - actual) & predicted;
            falseNegatives[label] += actual & (1 - predicted);
        }
    }

    @Override
    public MetricValue value() {
        return new MetricValue.Scalar(
                switch (average) {
                    case BINARY -> of(1);
                    case MICRO -> micro();
                    case MACRO -> macro();
                    case WEIGHTED -> weighted();
                });
    }

    private double of(int label) {
        return ratio.of(truePositives[label], falsePositives[label], falseNegatives[label]);
    }

    private double micro() {
        double hits = 0;
        double wrong = 0;
        double missed = 0;
        for (int i = 0; i < truePositives.length; i++) {
            hits += truePositives[i];
            wrong += falsePositives[i];
            missed += falseNegatives[i];
        }
        return ratio.of(hits, wrong, missed);
    }

    /** Classes that are neither in the targets nor in the predictions do not count. */
    private double macro() {
        double sum = 0;
        int labels = 0;
        for (int i = 0; i < truePositives.length; i++) {
            if (!task.singleLabel() || truePositives[i] + falsePositives[i] + falseNegatives[i] > 0) {
                sum += of(i);
                labels++;
            }
        }
        return divide(sum, labels);
    }

    private double weighted() {
        double sum = 0;
        double examples = 0;
        for (int i = 0; i < truePositives.length; i++) {
            double support = truePositives[i] + falseNegatives[i];
            sum += support * of(i);
            examples += support;
        }
        return divide(sum, examples);
    }
}
