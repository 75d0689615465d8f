package org.layerwise.dataio.internal;

import java.util.Arrays;

/** How often each value of a column came. Bytes, of which images have many columns, are counted without a search. */
final class CountedValues {
    private static final int BYTES = 256;
    private static final int[] NONE = {};

    private final ValueTable others = new ValueTable();
    private int[] bytes = NONE;
    private int distinctBytes;

    /** Takes one value. */
    void count(double value) {
        if (!isByte(value)) {
            others.count(value);
            return;
        }
        if (bytes.length == 0) {
            bytes = new int[BYTES];
        }
        if (bytes[(int) value]++ == 0) {
            distinctBytes++;
        }
    }

    private static boolean isByte(double value) {
        int whole = (int) value;
        return whole == value && whole >= 0 && whole < BYTES;
    }

    int distinct() {
        return distinctBytes + others.distinct();
    }

    /** The values, ascending. */
    double[] sorted() {
        double[] sorted = Arrays.copyOf(others.sorted(), distinct());
        int next = others.distinct();
        for (int b = 0; b < bytes.length; b++) {
            if (bytes[b] > 0) {
                sorted[next++] = b;
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** How often a value came. */
    int times(double value) {
        return !isByte(value) ? others.times(value) : bytes.length == 0 ? 0 : bytes[(int) value];
    }
}
