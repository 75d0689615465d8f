package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How often each value of a column came: open addressing, 0 and -0 alike. */
final class ValueTable {
    /** What a value takes at most, while the table grows. */
    static final int BYTES = 64;

    private double[] values = new double[16];
    /** A count of 0 is a free place. */
    private int[] counts = new int[16];

    private int distinct;
    private long known;
    private double greatest;
    private long lost;

    /** Takes one value. */
    void add(double value) {
        see(value);
        count(value);
    }

    /** Takes one value of which greatest and known are not asked for. */
    void count(double value) {
        int at = place(value + 0.0);
        if (counts[at]++ == 0) {
            values[at] = value + 0.0;
            distinct++;
            if (2 * distinct > values.length) {
                again(2 * values.length, 0);
            }
        }
    }

    private void see(double value) {
        known++;
        greatest = Math.max(greatest, Math.abs(value));
    }

    /** Takes one value if it is there already. */
    void addKnown(double value) {
        int at = place(value + 0.0);
        counts[at] += counts[at] > 0 ? 1 : 0;
    }

    /**
     * Takes one value where only so many can be held: as Misra and Gries have it, one that finds no room takes 1 from all
     * others, and those that come to nothing go.
     */
    void addWithin(double value, int most) {
        if (distinct < most || counts[place(value + 0.0)] > 0) {
            add(value);
            return;
        }
        see(value);
        again(values.length, 1);
        lost++;
    }

    /** What is held, counted from 0 again. */
    void startAgain() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.min(counts[i], 1);
        }
    }

    /** The upper bits of the product tell values apart: of whole numbers the lower bits are all 0. */
    private int place(double value) {
        long bits = Double.doubleToRawLongBits(value) * 0x9E3779B97F4A7C15L;
        int mask = values.length - 1;
        int at = (int) (bits >>> (Integer.numberOfLeadingZeros(mask) + Integer.SIZE));
        while (counts[at] > 0 && values[at] != value) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void again(int slots, int less) {
        double[] oldValues = values;
        int[] oldCounts = counts;
        values = new double[slots];
        counts = new int[slots];
        distinct = 0;
        for (int i = 0; i < oldValues.length; i++) {
            if (oldCounts[i] > less) {
                int at = place(oldValues[i]);
                values[at] = oldValues[i];
                counts[at] = oldCounts[i] - less;
                distinct++;
            }
        }
    }

    int distinct() {
        return distinct;
    }

    /** How many values were taken. */
    long known() {
        return known;
    }

    /** The greatest absolute value. */
    double greatest() {
        return greatest;
    }

    /** A value that is not held came at most so often. */
    long lost() {
        return lost;
    }

    /** The values, ascending. */
    double[] sorted() {
        double[] sorted = new double[distinct];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > 0) {
                sorted[next++] = values[i];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** How often a value came. */
    int times(double value) {
        return counts[place(value + 0.0)];
    }

    int mostOften() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** The least of the values that came most often. */
    double mostFrequent() {
        int most = mostOften();
        return IntStream.range(0, values.length)
                .filter(i -> counts[i] == most)
                .mapToDouble(i -> values[i])
                .min()
                .orElseThrow();
    }
}
