package org.layerwise.training.metrics;

import static org.layerwise.core.Options.require;

import org.layerwise.core.DenseMatrix;
import org.layerwise.network.TargetKind;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricException;
import org.layerwise.training.Task;

/**
 * The share of examples whose class is among the k highest outputs.
 *
 * <p>Among equal outputs the later class comes first, as in scikit-learn; so with ties and k = 1 it may differ from
 * {@link Accuracy}. An output of NaN is below all others. Errors: refused unless there is one output for each class.
 *
 * @param k how many of the highest outputs count, at least 1; default 2
 */
public record TopKAccuracy(int k) implements Metric {
    /** With k = 2. */
    public TopKAccuracy() {
        this(2);
    }

    /** @throws org.layerwise.core.OptionException if k is below 1 */
    public TopKAccuracy {
        require(k >= 1, "k", k, ">= 1");
    }

    @Override
    public Accumulator start(Task task) {
        Tasks.requireClasses(task, "top_k_accuracy");
        if (task.targets() != TargetKind.ONE_HOT) {
            throw new MetricException("top_k_accuracy needs one output for each class");
        }
        return new MeanOverExamples(
                (prediction, target, i) -> rank(prediction, task.actualClass(target, i), i) < k ? 1 : 0);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    private static int rank(DenseMatrix prediction, int klass, int example) {
        double own = prediction.getEntry(klass, example);
        int before = 0;
        for (int i = 0; i < prediction.getRowDimension(); i++) {
            double other = prediction.getEntry(i, example);
            boolean after = other < own || (other == own && i <= klass);
            before += after ? 0 : 1;
        }
        return before;
    }
}
