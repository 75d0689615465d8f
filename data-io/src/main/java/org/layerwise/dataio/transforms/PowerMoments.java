package org.layerwise.dataio.transforms;

/**
 * What the likelihood of a power needs to know of many numbers, however many there are: their logarithms in equal intervals, and of
 * each interval how many there are and the sums of their powers about its middle. Within an interval the exponential function is
 * its series, so that mean and variance come out as from the numbers themselves, but for rounding.
 */
final class PowerMoments {
    private static final int LEAST_INTERVALS = 256;
    /** Intervals in a unit of the logarithm: a power λ then varies in one by a factor of exp(λ/64). */
    private static final int IN_A_UNIT = 64;
    /** The series of the squares is cut where (λ/128)^7 · 2^9 / 9! is left, below 1e-10 of an interval's own variance. */
    private static final int POWERS = 8;

    private final double low;
    private final double width;
    private final int intervals;
    /** By interval: the count, and the sums of {@code ((t - middle) / width)^k}. */
    private final double[] sums;

    /**
     * @param low the least logarithm
     * @param high the greatest
     */
    PowerMoments(double low, double high) {
        double range = Math.max(0, high - low);
        this.low = low;
        this.intervals = intervals(range);
        this.width = Math.max(range / intervals, Double.MIN_NORMAL);
        this.sums = new double[intervals * (POWERS + 1)];
    }

    private static int intervals(double range) {
        return (int) Math.max(LEAST_INTERVALS, Math.ceil(range * IN_A_UNIT));
    }

    /** What this takes in memory. */
    static long bytes(double low, double high) {
        return (long) Double.BYTES * (POWERS + 1) * intervals(Math.max(0, high - low));
    }

    /** Takes one logarithm. */
    void add(double t) {
        int interval = Math.min(intervals - 1, (int) ((t - low) / width));
        double z = (t - middle(interval)) / width;
        int at = interval * (POWERS + 1);
        double power = 1;
        for (int k = 0; k <= POWERS; k++) {
            sums[at + k] += power;
            power *= z;
        }
    }

    private double middle(int interval) {
        return low + (interval + 0.5) * width;
    }

    /** A logarithm amid all others. */
    double centre() {
        return low + intervals * width / 2;
    }

    /** The sum of {@code (exp(q (t - from)) - 1) / q} over all logarithms t. */
    double sum(double q, double from) {
        double sum = 0;
        for (int i = 0; i < intervals; i++) {
            double count = sums[i * (POWERS + 1)];
            if (count > 0) {
                double middle = middle(i) - from;
                sum += count * PowerFamily.boxCox(middle, q) + Math.exp(q * middle) * first(i, q * width) * width;
            }
        }
        return sum;
    }

    /** The sum of {@code ((exp(q (t - from)) - 1) / q - about)²} over all logarithms t. */
    double squares(double q, double from, double about) {
        double squares = 0;
        for (int i = 0; i < intervals; i++) {
            double count = sums[i * (POWERS + 1)];
            if (count > 0) {
                double middle = middle(i) - from;
                double slope = Math.exp(q * middle) * width;
                double first = first(i, q * width);
                double distance = PowerFamily.boxCox(middle, q) + slope * first / count - about;
                double own = Math.max(0, second(i, q * width) - first * first / count);
                squares += count * distance * distance + slope * slope * own;
            }
        }
        return squares;
    }

    /** {@code Σ (exp(a z) - 1) / a = Σ_k a^(k-1) Σ z^k / k!}. */
    private double first(int interval, double a) {
        double sum = 0;
        double factor = 1;
        for (int k = 1; k <= POWERS; k++) {
            factor /= k;
            sum += factor * sums[interval * (POWERS + 1) + k];
            factor *= a;
        }
        return sum;
    }

    /** {@code Σ ((exp(a z) - 1) / a)² = Σ_k (2^k - 2) a^(k-2) Σ z^k / k!}. */
    private double second(int interval, double a) {
        double sum = 0;
        double factor = 1;
        for (int k = 2; k <= POWERS; k++) {
            factor /= k;
            sum += factor * ((1 << k) - 2) * sums[interval * (POWERS + 1) + k];
            factor *= a;
        }
        return sum;
    }
}
