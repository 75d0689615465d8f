package org.layerwise.training;

import static org.layerwise.core.Options.require;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.TargetKind;

/**
 * What a network is asked to predict: all that a metric must know of it.
 *
 * @param targets what Y holds
 * @param outputs rows of Y and of the prediction
 * @param threshold above it a single output means class 1
 * @param classes the classes' names in the order of their numbers; empty where there are none or they are unknown
 */
public record Task(TargetKind targets, int outputs, double threshold, List<String> classes) {
    /** @throws org.layerwise.core.OptionException if there is no output or the number of names is not that of the classes */
    public Task {
        require(outputs >= 1, "outputs", outputs, ">= 1");
        classes = List.copyOf(classes);
        int expected = targets == TargetKind.NUMERIC ? 0 : targets == TargetKind.BINARY && outputs == 1 ? 2 : outputs;
        require(
                classes.isEmpty() || classes.size() == expected,
                "classes",
                classes.size() + " names",
                "empty or " + expected + " names");
    }

    /** A task whose classes have no names. */
    public Task(TargetKind targets, int outputs, double threshold) {
        this(targets, outputs, threshold, List.of());
    }

    /** Two classes, one output that is the probability of the second. */
    public static Task binary() {
        return new Task(TargetKind.BINARY, 1, 0.5);
    }

    /** One of several classes, one output for each. */
    public static Task multiclass(int classes) {
        return new Task(TargetKind.ONE_HOT, classes, 0.5);
    }

    /** Numbers. */
    public static Task regression(int outputs) {
        return new Task(TargetKind.NUMERIC, outputs, 0.5);
    }

    /** Whether every example belongs to exactly one class. */
    public boolean singleLabel() {
        return targets == TargetKind.ONE_HOT || (targets == TargetKind.BINARY && outputs == 1);
    }

    /** The number of classes, or of labels where an example may have several; 0 for regression. */
    public int classCount() {
        return switch (targets) {
            case NUMERIC -> 0;
            case ONE_HOT -> outputs;
            case BINARY -> outputs == 1 ? 2 : outputs;
        };
    }

    /** The class that a column of Y means, where every example belongs to exactly one. */
    public int actualClass(DenseMatrix target, int example) {
        return targets == TargetKind.BINARY ? label(target, example, 0.5) : largest(target, example);
    }

    /**
     * The class that a column of a prediction means: the second of two above the threshold; of several outputs the
     * largest one, the first where several are equal.
     */
    public int predictedClass(DenseMatrix prediction, int example) {
        return targets == TargetKind.BINARY ? label(prediction, example, threshold) : largest(prediction, example);
    }

    private static int label(DenseMatrix matrix, int example, double threshold) {
        return matrix.getEntry(0, example) > threshold ? 1 : 0;
    }

    private static int largest(DenseMatrix matrix, int example) {
        int best = 0;
        for (int i = 1; i < matrix.getRowDimension(); i++) {
            if (matrix.getEntry(i, example) > matrix.getEntry(best, example)) {
                best = i;
            }
        }
        return best;
    }

    /** A name for each class: its own, or its number. */
    public List<String> classNames() {
        if (!classes.isEmpty()) {
            return classes;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classCount(); i++) {
            names.add(Integer.toString(i));
        }
        return names;
    }
}
