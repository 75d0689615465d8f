package org.layerwise.dataio;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * How much a feature of one part is distributed otherwise than in the training part: the one that differs most.
 *
 * <pre>{@code D = max over x of |share of training values <= x - share of the part's values <= x|}</pre>
 *
 * <p>The probability is that of so great a D, or a greater one, in some column although all parts come from one
 * distribution: that of Kolmogorov and Smirnov for large samples, times the number of columns (Bonferroni), at most 1. Of large
 * parts 2000 examples are taken, evenly spaced. Values must be numbers; those of a column of 0 and 1 differ by their share.
 * <p>Source: Smirnov, "Table for estimating the goodness of fit of empirical distributions", 1948.
 *
 * @param column the feature that differs most
 * @param distance D, in [0, 1]
 * @param probability of such a distance by chance, in [0, 1]
 */
public record Shift(String column, double distance, double probability) {
    private static final int SAMPLE = 2000;
    private static final int BLOCK = 4_000_000;

    /** Whether parts so different are worth a warning: D of at least 0.1 with a probability below 0.001. */
    public boolean isSuspicious() {
        return distance >= 0.1 && probability < 0.001;
    }

    /** The column in which a part differs most from the training part; empty where either has no example. */
    public static Optional<Shift> worst(Dataset training, Dataset other) {
        if (training.examples() == 0 || other.examples() == 0 || training.features() == 0) {
            return Optional.empty();
        }
        int most = Math.max(20, Math.min(SAMPLE, BLOCK / training.features()));
        double[] a = sample(training, most);
        double[] b = sample(other, most);
        int columns = training.features();
        int worst = 0;
        double distance = -1;
        for (int c = 0; c < columns; c++) {
            double d = distance(column(a, c, columns), column(b, c, columns));
            worst = d > distance ? c : worst;
            distance = Math.max(distance, d);
        }
        double chance = new KolmogorovSmirnovTest().approximateP(distance, a.length / columns, b.length / columns);
        return Optional.of(
                new Shift(training.columns().get(worst).name(), distance, Math.min(1, Math.max(0, chance * columns))));
    }

    private static double[] sample(Dataset part, int most) {
        int count = Math.min(most, part.examples());
        int[] chosen = IntStream.range(0, count)
                .map(i -> (int) ((long) i * part.examples() / count))
                .toArray();
        return part.inMemory(chosen).featureMatrix().values();
    }

    private static double[] column(double[] rows, int column, int columns) {
        double[] values = new double[rows.length / columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i * columns + column];
        }
        Arrays.sort(values);
        return values;
    }

    /** D of two sorted samples; equal values are passed together. */
    static double distance(double[] a, double[] b) {
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < a.length && j < b.length) {
            double x = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= x) {
                i++;
            }
            while (j < b.length && b[j] <= x) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return most;
    }
}
