package org.layerwise.dataio.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.layerwise.dataio.Dataset;

/**
 * Exact order statistics of columns, as sorting gives them. Of streamed data no column is held: known values are counted in
 * intervals of the doubles' order, and those that hold a wanted rank are cut again, until each holds a single double. Each
 * round reads every example once.
 */
public final class OrderStatistics {
    private static final int MOST_COUNTERS = 1 << 22;
    private static final int MOST_BITS = 16;

    private final Dataset dataset;
    private final int[] columns;
    private final long[] known;

    private OrderStatistics(Dataset dataset, int[] columns, long[] known) {
        this.dataset = dataset;
        this.columns = columns;
        this.known = known;
    }

    /** Which ranks, counted from 0, are wanted of so many known values. */
    @FunctionalInterface
    public interface Ranks {
        long[] of(long known);
    }

    /**
     * What was found of a column.
     *
     * @param known how many values are known
     * @param values those of the wanted ranks, in their order
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Found(long known, double[] values) {}

    /**
     * The values of ranks.
     *
     * @param columns indices of feature columns
     * @return one for each column
     * @throws org.layerwise.dataio.DataException if a column has no known value, or one is too large for statistics
     */
    public static List<Found> of(Dataset dataset, int[] columns, Ranks ranks) {
        if (!dataset.isStreamed()) {
            return IntStream.of(columns)
                    .mapToObj(c -> sorted(dataset, c, ranks))
                    .toList();
        }
        long[] known = new long[columns.length];
        double[] greatest = new double[columns.length];
        eachKnown(dataset, columns, (k, value) -> {
            known[k]++;
            greatest[k] = Math.max(greatest[k], Math.abs(value));
        });
        for (int k = 0; k < columns.length; k++) {
            if (known[k] == 0) {
                throw ColumnPick.unknown(dataset, columns[k]);
            }
            ColumnPick.requireMeasurable(dataset, columns[k], greatest[k]);
        }
        double[][] values = new OrderStatistics(dataset, columns, known).values(ranks);
        return IntStream.range(0, columns.length)
                .mapToObj(k -> new Found(known[k], values[k]))
                .toList();
    }

    private static Found sorted(Dataset dataset, int column, Ranks ranks) {
        double[] sorted = ColumnPick.someKnown(dataset, column);
        Arrays.sort(sorted);
        long[] wanted = ranks.of(sorted.length);
        return new Found(
                sorted.length,
                Arrays.stream(wanted).mapToDouble(rank -> sorted[(int) rank]).toArray());
    }

    /** An interval of the doubles' order that holds ranks of a column. */
    private static final class Interval {
        private final int column;
        private final long low;
        private final int bits;
        private final long before;
        private final int[] counts;

        /**
         * @param low the least key in it
         * @param bits the binary logarithm of its length
         * @param before the values below it
         * @param resolution the binary logarithm of the parts it is cut into
         */
        Interval(int column, long low, int bits, long before, int resolution) {
            this.column = column;
            this.low = low;
            this.bits = bits;
            this.before = before;
            this.counts = new int[1 << Math.min(bits, resolution)];
        }

        private int shift() {
            return bits - (31 - Integer.numberOfLeadingZeros(counts.length));
        }

        void count(long key) {
            long place = key - low;
            if (bits == Long.SIZE || place >>> bits == 0) {
                counts[(int) (place >>> shift())]++;
            }
        }

        /** The part that holds a rank. */
        Interval part(long rank, int resolution) {
            long below = before;
            int part = 0;
            while (below + counts[part] <= rank) {
                below += counts[part++];
            }
            return new Interval(column, low + ((long) part << shift()), shift(), below, resolution);
        }
    }

    private double[][] values(Ranks ranks) {
        long[][] wanted = new long[columns.length][];
        Interval[][] at = new Interval[columns.length][];
        int most = 1;
        for (int k = 0; k < columns.length; k++) {
            wanted[k] = ranks.of(known[k]);
            most = Math.max(most, wanted[k].length);
            at[k] = new Interval[wanted[k].length];
        }
        int resolution = resolution((long) most * columns.length);
        for (int k = 0; k < columns.length; k++) {
            Arrays.fill(at[k], new Interval(k, Long.MIN_VALUE, Long.SIZE, 0, resolution));
        }
        while (Arrays.stream(at).flatMap(Arrays::stream).anyMatch(interval -> interval.bits > 0)) {
            count(at);
            for (int k = 0; k < columns.length; k++) {
                cut(at[k], wanted[k], resolution);
            }
        }
        return Arrays.stream(at)
                .map(own -> Arrays.stream(own)
                        .mapToDouble(interval -> value(interval.low))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** So fine that all counters together stay within their bound. */
    private static int resolution(long intervals) {
        long each = Math.max(2, MOST_COUNTERS / Math.max(1, intervals));
        return Math.min(MOST_BITS, 63 - Long.numberOfLeadingZeros(each));
    }

    private void count(Interval[][] at) {
        Interval[][] distinct = Arrays.stream(at)
                .map(own ->
                        Arrays.stream(own).filter(i -> i.bits > 0).distinct().toArray(Interval[]::new))
                .toArray(Interval[][]::new);
        eachKnown(dataset, columns, (k, value) -> {
            for (Interval interval : distinct[k]) {
                interval.count(key(value));
            }
        });
    }

    /** Replaces each interval by its part; ranks in the same part share it. */
    private static void cut(Interval[] own, long[] wanted, int resolution) {
        Map<List<Long>, Interval> parts = new LinkedHashMap<>();
        List<Interval> next = new ArrayList<>();
        for (int r = 0; r < own.length; r++) {
            Interval part = own[r].bits == 0 ? own[r] : own[r].part(wanted[r], resolution);
            next.add(parts.computeIfAbsent(List.of(part.low, (long) part.bits), key -> part));
        }
        next.toArray(own);
    }

    private interface Use {
        void of(int place, double value);
    }

    private static void eachKnown(Dataset dataset, int[] columns, Use use) {
        double[] row = new double[dataset.features()];
        for (int i = 0; i < dataset.examples(); i++) {
            dataset.copyFeatures(i, row);
            for (int k = 0; k < columns.length; k++) {
                double value = row[columns[k]];
                if (!Double.isNaN(value)) {
                    use.of(k, value);
                }
            }
        }
    }

    /** A number whose order is that of the doubles, as {@link Arrays#sort(double[])} has it. */
    private static long key(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key ^ (key >> 63 & Long.MAX_VALUE));
    }
}
