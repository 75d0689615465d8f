package org.layerwise.initializers;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/** Fills matrices with random numbers, row by row, in NumPy's arithmetic. */
final class Draws {
    private Draws() {}

    static void normal(DenseMatrix weights, double mean, double standardDeviation, RandomSource random) {
        double[] values = weights.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = mean + standardDeviation * random.nextGaussian();
        }
    }

    static void uniform(DenseMatrix weights, double min, double max, RandomSource random) {
        double[] values = weights.values();
        double width = max - min;
        for (int i = 0; i < values.length; i++) {
            values[i] = min + width * random.nextDouble();
        }
    }

    /** A normal distribution cut at two standard deviations: what lies outside is drawn again. */
    static void truncatedNormal(DenseMatrix weights, double mean, double standardDeviation, RandomSource random) {
        double[] values = weights.values();
        for (int i = 0; i < values.length; i++) {
            double z;
            do {
                z = random.nextGaussian();
            } while (Math.abs(z) > 2);
            values[i] = mean + standardDeviation * z;
        }
    }
}
