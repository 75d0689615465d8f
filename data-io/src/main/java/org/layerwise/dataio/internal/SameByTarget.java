package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.layerwise.dataio.Dataset;

/**
 * Features that may give a target away: those that are equal to it, and those that have the same value whenever some values of
 * the target come. Most features are told to be innocent by a few examples; of a target whose values hardly ever come twice
 * nothing else needs to be read.
 *
 * @param equal the indices of features that are equal to the target
 * @param other those of features that may say it in other words
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record SameByTarget(int[] equal, int[] other) {
    private static final int MOST = 1 << 12;
    private static final int LEAST = 1 << 6;
    /** An estimate of how many values there are is not off by more. */
    private static final double SURE = 1.25;

    /**
     * Looks for them among some columns.
     *
     * @param room how many bytes the values of examples may take
     */
    public static SameByTarget among(Dataset dataset, int target, int[] columns, long room) {
        int most = (int) Math.max(LEAST, Math.min(MOST, room / Double.BYTES / Math.max(1, dataset.features())));
        return new Search(dataset, target, columns, most).found();
    }

    private static final class Search {
        private final Dataset dataset;
        private final int target;
        private final int most;
        private final Map<Long, double[]> firstRows = new HashMap<>();
        private int zeros;
        private int[] equal;
        private int[] other;
        private final double[] row;

        Search(Dataset dataset, int target, int[] columns, int most) {
            this.dataset = dataset;
            this.target = target;
            this.most = most;
            this.equal = columns.clone();
            this.other = columns.clone();
            this.row = new double[dataset.features()];
        }

        SameByTarget found() {
            for (int i = 0; i < dataset.examples() && other.length > 0; i++) {
                long y = bits(dataset.target(i, target));
                boolean looked = isLookedAt(y);
                if (looked || equal.length > 0) {
                    dataset.copyFeatures(i, row);
                    equal = keep(equal, y, row);
                }
                if (looked) {
                    look(y);
                }
            }
            double values = (double) ((long) firstRows.size() << zeros);
            boolean oftenTwice = values * 2 <= dataset.examples() * (zeros == 0 ? 1 : SURE);
            int[] copies = values > 1 ? equal : new int[0];
            int[] rest = IntStream.of(other)
                    .filter(c -> IntStream.of(copies).noneMatch(e -> e == c))
                    .toArray();
            return new SameByTarget(copies, oftenTwice && values > 1 ? rest : new int[0]);
        }

        private static long bits(double value) {
            return Double.doubleToLongBits(value + 0.0);
        }

        private boolean isLookedAt(long y) {
            return Long.numberOfLeadingZeros((y ^ (y >>> 32)) * 0x9e3779b97f4a7c15L) >= zeros;
        }

        private void look(long y) {
            double[] first = firstRows.get(y);
            if (first == null) {
                firstRows.put(y, row.clone());
                while (firstRows.size() > most) {
                    zeros++;
                    firstRows.keySet().removeIf(value -> !isLookedAt(value));
                }
                return;
            }
            int left = 0;
            for (int c : other) {
                if (bits(first[c]) == bits(row[c])) {
                    other[left++] = c;
                }
            }
            other = left == other.length ? other : Arrays.copyOf(other, left);
        }

        private static int[] keep(int[] columns, long y, double[] row) {
            int left = 0;
            for (int c : columns) {
                if (bits(row[c]) == y) {
                    columns[left++] = c;
                }
            }
            return left == columns.length ? columns : Arrays.copyOf(columns, left);
        }
    }
}
