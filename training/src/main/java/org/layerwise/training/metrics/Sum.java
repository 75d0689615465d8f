package org.layerwise.training.metrics;

/** A sum that carries its rounding error along (Neumaier), so that it keeps its digits over millions of terms. */
final class Sum {
    private double sum;
    private double lost;

    void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    double value() {
        double total = sum + lost;
        return Double.isNaN(total) ? sum : total;
    }
}
