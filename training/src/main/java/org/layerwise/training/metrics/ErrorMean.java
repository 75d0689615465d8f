package org.layerwise.training.metrics;

import java.util.function.DoubleBinaryOperator;

/** The mean of an error over the examples of one output. */
final class ErrorMean implements Regression.Statistic {
    private final DoubleBinaryOperator error;
    private final Sum sum = new Sum();
    private long examples;

    /** @param error of a prediction and a target */
    ErrorMean(DoubleBinaryOperator error) {
        this.error = error;
    }

    /** The mean of {@code (ŷ − y)²}. */
    static ErrorMean ofSquares() {
        return new ErrorMean((prediction, target) -> (prediction - target) * (prediction - target));
    }

    @Override
    public void add(double prediction, double target) {
        sum.add(error.applyAsDouble(prediction, target));
        examples++;
    }

    double mean() {
        return sum.value() / examples;
    }
}
