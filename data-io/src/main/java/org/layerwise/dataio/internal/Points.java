package org.layerwise.dataio.internal;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Dataset;

/** Generated points and their classes while they are made. */
public final class Points {
    private final DenseMatrix x;
    private final DenseMatrix y;

    public Points(int examples, int features) {
        this(new DenseMatrix(examples, features), new DenseMatrix(examples, 1));
    }

    public Points(DenseMatrix x, DenseMatrix y) {
        this.x = x;
        this.y = y;
    }

    /** NumPy's linspace: {@code arange(n) · step + start}; the last point is the end where the end is included. */
    public static double[] linspace(double start, double end, int count, boolean includesEnd) {
        double[] values = new double[count];
        int steps = includesEnd ? count - 1 : count;
        double step = (end - start) / steps;
        for (int i = 0; i < count; i++) {
            values[i] = i * step + start;
        }
        if (includesEnd && count > 1) {
            values[count - 1] = end;
        }
        return values;
    }

    public void set(int example, double x1, double x2, double target) {
        x.setEntry(example, 0, x1);
        x.setEntry(example, 1, x2);
        y.setEntry(example, 0, target);
    }

    /** The same examples in the order that a shuffle of their indices gives. */
    public Points shuffled(RandomSource random) {
        int[] order = random.permutation(x.getRowDimension());
        return new Points(reorder(x, order), reorder(y, order));
    }

    private static DenseMatrix reorder(DenseMatrix from, int[] order) {
        DenseMatrix to = new DenseMatrix(from.getRowDimension(), from.getColumnDimension());
        for (int i = 0; i < order.length; i++) {
            for (int c = 0; c < from.getColumnDimension(); c++) {
                to.setEntry(i, c, from.getEntry(order[i], c));
            }
        }
        return to;
    }

    /** The same examples with their features in the order that a shuffle of their indices gives. */
    public Points withFeaturesShuffled(RandomSource random) {
        int[] order = random.permutation(x.getColumnDimension());
        return new Points(
                DenseMatrix.copyOf(
                        reorder(DenseMatrix.copyOf(x.transpose()), order).transpose()),
                y);
    }

    /** Adds normal deviates to the features, row by row; draws nothing without noise. */
    public Points withNoise(double standardDeviation, RandomSource random) {
        if (standardDeviation > 0) {
            double[] values = x.values();
            for (int i = 0; i < values.length; i++) {
                values[i] += standardDeviation * random.nextGaussian();
            }
        }
        return this;
    }

    public Dataset dataset(String generator) {
        return Dataset.of(generator, x, y);
    }
}
