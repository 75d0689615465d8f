package org.layerwise.training.metrics;

import java.util.Arrays;

/** A growing list of numbers. */
final class Scores {
    private double[] values = new double[64];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** The numbers in ascending order. */
    double[] sorted() {
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    boolean hasNaN() {
        return Arrays.stream(values, 0, size).anyMatch(Double::isNaN);
    }
}
