package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;

/**
 * Least and greatest value, mean and variance (ddof 0) of the known values of some columns, taken example by example, so
 * that nothing but these numbers is kept. Sums are compensated: their error does not grow with the number of examples.
 *
 * @param least the least known value
 * @param greatest the greatest known value
 * @param mean their mean
 * @param variance the mean squared distance from it
 */
public record ColumnStatistics(double least, double greatest, double mean, double variance) {
    /**
     * Reads every example, twice.
     *
     * @param columns indices of feature columns
     * @throws DataException if a column has no known value
     */
    public static ColumnStatistics[] of(Dataset training, int[] columns) {
        Sums[] sums = sums(columns.length);
        double[] least = new double[columns.length];
        double[] greatest = new double[columns.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        each(training, columns, (k, x) -> {
            sums[k].add(x);
            least[k] = Math.min(least[k], x);
            greatest[k] = Math.max(greatest[k], x);
        });
        double[] means = new double[columns.length];
        for (int k = 0; k < columns.length; k++) {
            if (sums[k].count == 0) {
                throw ColumnPick.unknown(training, columns[k]);
            }
            means[k] = sums[k].mean();
        }
        Sums[] squares = sums(columns.length);
        each(training, columns, (k, x) -> squares[k].add((x - means[k]) * (x - means[k])));
        return IntStream.range(0, columns.length)
                .mapToObj(k -> new ColumnStatistics(least[k], greatest[k], means[k], squares[k].mean()))
                .toArray(ColumnStatistics[]::new);
    }

    private interface Use {
        void of(int place, double value);
    }

    private static void each(Dataset training, int[] columns, Use use) {
        double[] row = new double[training.features()];
        for (int i = 0; i < training.examples(); i++) {
            training.copyFeatures(i, row);
            for (int k = 0; k < columns.length; k++) {
                if (!Double.isNaN(row[columns[k]])) {
                    use.of(k, row[columns[k]]);
                }
            }
        }
    }

    private static Sums[] sums(int count) {
        return IntStream.range(0, count).mapToObj(k -> new Sums()).toArray(Sums[]::new);
    }

    /** Neumaier's compensated sum. */
    private static final class Sums {
        private double sum;
        private double lost;
        private long count;

        void add(double value) {
            double more = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - more) + value : (value - more) + sum;
            sum = more;
            count++;
        }

        double mean() {
            return (sum + lost) / count;
        }
    }
}
