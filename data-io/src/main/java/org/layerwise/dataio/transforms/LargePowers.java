package org.layerwise.dataio.transforms;

import java.util.Arrays;
import java.util.List;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * The powers of many examples, which are read in order: once for the range of the logarithms, and once for their
 * {@link PowerMoments}, or more often where all columns' moments together are too large.
 */
final class LargePowers {
    private static final int SHARE_OF_HEAP = 16;
    /** Relative to the mean: doubles then still tell a hundred thousandth of it apart. */
    private static final double LEAST_DEVIATION = 0x1p-36;

    private static final double GREATEST = Math.log(Double.MAX_VALUE) - 1;

    private final Power power;
    private final Dataset training;
    private final int[] columns;
    private final Numbers[] numbers;

    private LargePowers(Power power, Dataset training, int[] columns) {
        this.power = power;
        this.training = training;
        this.columns = columns;
        this.numbers = new Numbers[columns.length];
        Arrays.setAll(numbers, k -> new Numbers());
    }

    /** Of each column. */
    static List<Power.Found> of(Power power, Dataset training, int[] columns) {
        return new LargePowers(power, training, columns).fit();
    }

    /** The logarithms of one sign. */
    private static final class Side {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private PowerMoments moments = new PowerMoments(0, 0);

        void see(double t) {
            low = Math.min(low, t);
            high = Math.max(high, t);
        }

        boolean isEmpty() {
            return low > high;
        }

        long bytes() {
            return isEmpty() ? 0 : PowerMoments.bytes(low, high);
        }

        void start() {
            if (!isEmpty()) {
                moments = new PowerMoments(low, high);
            }
        }

        double sum(double q) {
            return isEmpty() ? 0 : moments.sum(q, 0);
        }

        double squares(double q, double about) {
            return isEmpty() ? 0 : moments.squares(q, 0, about);
        }

        /** As if there were this side alone: its scale apart, so that nothing is lost where all powers are near 0. */
        double logVariance(double q, long count) {
            double from = moments.centre();
            double mean = moments.sum(q, from) / count;
            return 2 * q * from + Math.log(moments.squares(q, from, mean) / count);
        }

        void end() {
            moments = new PowerMoments(0, 0);
        }
    }

    /** What is known of a column. */
    private static final class Numbers {
        private final Side up = new Side();
        private final Side down = new Side();
        private long count;
        private double slopes;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        void see(double x, double slope) {
            count++;
            slopes += slope;
            least = Math.min(least, x);
            greatest = Math.max(greatest, x);
        }

        double mean(double lambda) {
            return (up.sum(lambda) - down.sum(2 - lambda)) / count;
        }

        /** NaN where doubles can't hold it, or the powers can hardly be told apart, unless the numbers themselves can't. */
        double logVariance(double lambda) {
            double least = Math.min(2 * Math.log(LEAST_DEVIATION), logRelativeVariance(1) - 1);
            double variance = logVarianceAbout(lambda, mean(lambda));
            boolean held = variance + Math.log((double) count) < GREATEST;
            return held && logRelativeVariance(lambda) >= least ? variance : Double.NaN;
        }

        private double logRelativeVariance(double lambda) {
            double mean = mean(lambda);
            return logVarianceAbout(lambda, mean) - 2 * Math.log(Math.abs(mean));
        }

        private double logVarianceAbout(double lambda, double mean) {
            if (down.isEmpty()) {
                return up.logVariance(lambda, count);
            }
            if (up.isEmpty()) {
                return down.logVariance(2 - lambda, count);
            }
            return Math.log((up.squares(lambda, mean) + down.squares(2 - lambda, -mean)) / count);
        }
    }

    private interface Use {
        void of(int place, double value, int example);
    }

    private void eachKnown(int from, int to, Use use) {
        double[] row = new double[training.features()];
        for (int i = 0; i < training.examples(); i++) {
            training.copyFeatures(i, row);
            for (int k = from; k < to; k++) {
                if (!Double.isNaN(row[columns[k]])) {
                    use.of(k, row[columns[k]], i);
                }
            }
        }
    }

    private List<Power.Found> fit() {
        eachKnown(0, columns.length, (k, x, example) -> {
            power.requireInDomain(training, example, columns[k], x);
            double slope = PowerFamily.logSlope(power.method(), x);
            numbers[k].see(x, slope);
            side(numbers[k], x).see(isDown(x) ? -slope : slope);
        });
        for (int k = 0; k < columns.length; k++) {
            double greatest = Math.max(-numbers[k].least, numbers[k].greatest);
            ColumnPick.requireStatistics(training, columns[k], numbers[k].count, greatest);
        }
        Power.Found[] found = new Power.Found[columns.length];
        for (int from = 0; from < columns.length; from = fit(from, found)) {}
        return List.of(found);
    }

    private boolean isDown(double x) {
        return x < 0 && power.method() == Power.Method.YEO_JOHNSON;
    }

    private Side side(Numbers of, double x) {
        return isDown(x) ? of.down : of.up;
    }

    /** Fits as many columns together as memory holds; gives the first that is left. */
    private int fit(int from, Power.Found[] found) {
        long room = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        int to = from;
        for (long bytes = 0; to < columns.length && (to == from || bytes < room); to++) {
            numbers[to].up.start();
            numbers[to].down.start();
            bytes += numbers[to].up.bytes() + numbers[to].down.bytes();
        }
        eachKnown(from, to, (k, x, example) -> {
            double slope = PowerFamily.logSlope(power.method(), x);
            side(numbers[k], x).moments.add(isDown(x) ? -slope : slope);
        });
        for (int k = from; k < to; k++) {
            found[k] = found(numbers[k], training.columns().get(columns[k]).name());
            numbers[k].up.end();
            numbers[k].down.end();
        }
        return to;
    }

    private Power.Found found(Numbers column, String name) {
        if (column.least == column.greatest) {
            return power.constant(column.least);
        }
        double lambda = Power.mostLikely(column::logVariance, column.count, column.slopes, name);
        double deviation = Math.exp(column.logVariance(lambda) / 2);
        return power.found(lambda, column.mean(lambda), deviation, column.least, column.greatest);
    }
}
