package org.layerwise.training.metrics;

import org.layerwise.core.DenseMatrix;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;

/** The mean over all examples of a number that each of them gives. */
final class MeanOverExamples implements Metric.Accumulator {
    /** The number of one example. */
    interface Term {
        double of(DenseMatrix prediction, DenseMatrix target, int example);
    }

    private final Term term;
    private final Sum sum = new Sum();
    private long examples;

    MeanOverExamples(Term term) {
        this.term = term;
    }

    @Override
    public void add(DenseMatrix prediction, DenseMatrix target) {
        for (int i = 0; i < target.getColumnDimension(); i++) {
            sum.add(term.of(prediction, target, i));
        }
        examples += target.getColumnDimension();
    }

    @Override
    public MetricValue value() {
        return new MetricValue.Scalar(sum.value() / examples);
    }
}
