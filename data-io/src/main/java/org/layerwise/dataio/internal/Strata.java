package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Reorders examples so that consecutive parts of given sizes have their share of every class. */
public final class Strata {
    private Strata() {}

    /** The class of each example, with little memory. */
    public interface Labels {
        int of(int example);

        /** How many classes there are. */
        int classes();
    }

    /**
     * The examples part by part; within a part they keep the order given.
     *
     * @param order all examples, shuffled
     * @param labels the class of each example
     * @param sizes of the parts; what is left over comes last
     */
    public static int[] spread(int[] order, Labels labels, int[] sizes) {
        char[] partOf = partOf(order, labels, sizes);
        int[] spread = new int[order.length];
        int at = 0;
        for (int p = 0; p <= sizes.length; p++) {
            for (int i : order) {
                if (partOf[i] == p) {
                    spread[at++] = i;
                }
            }
        }
        return spread;
    }

    /** As {@link #spread}, but within a part examples ascend; written over the order given, to save memory. */
    public static void spreadAscending(int[] order, Labels labels, int[] sizes) {
        char[] partOf = partOf(order, labels, sizes);
        int at = 0;
        for (int p = 0; p <= sizes.length; p++) {
            for (int i = 0; i < partOf.length; i++) {
                if (partOf[i] == p) {
                    order[at++] = i;
                }
            }
        }
    }

    private static char[] partOf(int[] order, Labels labels, int[] sizes) {
        if (sizes.length >= Character.MAX_VALUE) {
            throw new IllegalArgumentException("at most " + Character.MAX_VALUE + " parts, got " + sizes.length);
        }
        char[] partOf = deal(order, labels, sizes);
        fill(order, labels, partOf, sizes);
        return partOf;
    }

    /** The j-th of a class's n_k examples stands at (j + 1/2) / n_k; cutting along that axis shares every class out. */
    private static char[] deal(int[] order, Labels labels, int[] sizes) {
        int[] counts = new int[labels.classes()];
        for (int i : order) {
            counts[labels.of(i)]++;
        }
        int[][] upTo = new int[sizes.length][];
        int cut = 0;
        for (int p = 0; p < sizes.length; p++) {
            cut += sizes[p];
            upTo[p] = upTo(order, labels, counts, cut);
        }
        char[] partOf = new char[order.length];
        int[] seen = new int[counts.length];
        for (int i : order) {
            int k = labels.of(i);
            int j = seen[k]++;
            int p = 0;
            while (p < sizes.length && j >= upTo[p][k]) {
                p++;
            }
            partOf[i] = (char) p;
        }
        return partOf;
    }

    /** Of the first {@code cut} examples along the axis, how many are of each class; of those that stand alike the shuffle's first. */
    private static int[] upTo(int[] order, Labels labels, int[] counts, int cut) {
        double last = lastPosition(counts, cut);
        int[] upTo = new int[counts.length];
        boolean[] alike = new boolean[counts.length];
        int rest = cut;
        for (int k = 0; k < counts.length; k++) {
            int within = within(counts[k], last);
            alike[k] = within > 0 && position(within - 1, counts[k]) == last;
            upTo[k] = alike[k] ? within - 1 : within;
            rest -= upTo[k];
        }
        int[] seen = new int[counts.length];
        for (int at = 0; at < order.length && rest > 0; at++) {
            int k = labels.of(order[at]);
            if (alike[k] && seen[k]++ == upTo[k]) {
                alike[k] = false;
                upTo[k]++;
                rest--;
            }
        }
        return upTo;
    }

    /** The least position up to which at least so many examples stand; found by halving among the doubles. */
    private static double lastPosition(int[] counts, int wanted) {
        long low = 0;
        long high = Double.doubleToLongBits(1);
        while (low < high) {
            long middle = (low + high) >>> 1;
            double position = Double.longBitsToDouble(middle);
            long there = 0;
            for (int count : counts) {
                there += within(count, position);
            }
            if (there >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Double.longBitsToDouble(low);
    }

    private static double position(int j, int count) {
        return (j + 0.5) / count;
    }

    /** How many of a class's examples stand no further than a position. */
    private static int within(int count, double position) {
        int j = (int) Math.max(0, Math.min(count, position * count + 0.5));
        while (j < count && position(j, count) <= position) {
            j++;
        }
        while (j > 0 && position(j - 1, count) > position) {
            j--;
        }
        return j;
    }

    /**
     * Gives a part that lacks a class one example of it, in exchange for one of the class it has most of. What is left over gives
     * first, then the part that has most; of several the first.
     */
    private static void fill(int[] order, Labels labels, char[] partOf, int[] sizes) {
        int[][] counts = new int[sizes.length + 1][labels.classes()];
        for (int i : order) {
            counts[partOf[i]][labels.of(i)]++;
        }
        for (int p = 0; p < sizes.length; p++) {
            for (int k = 0; k < counts[p].length; k++) {
                if (sizes[p] > 0 && counts[p][k] == 0) {
                    exchange(order, labels, partOf, counts, p, k);
                }
            }
        }
    }

    private static void exchange(int[] order, Labels labels, char[] partOf, int[][] counts, int part, int wanted) {
        boolean leftover = counts[counts.length - 1][wanted] > 0;
        int giver = leftover
                ? counts.length - 1
                : richest(Arrays.stream(counts).mapToInt(c -> c[wanted]).toArray());
        int spare = richest(counts[part]);
        if (counts[giver][wanted] < (leftover ? 1 : 2) || counts[part][spare] < 2) {
            return;
        }
        move(order, labels, partOf, counts, giver, part, wanted);
        move(order, labels, partOf, counts, part, giver, spare);
    }

    private static void move(int[] order, Labels labels, char[] partOf, int[][] counts, int from, int to, int k) {
        int moved = IntStream.range(0, order.length)
                .map(j -> order[order.length - 1 - j])
                .filter(i -> partOf[i] == from && labels.of(i) == k)
                .findFirst()
                .orElseThrow();
        partOf[moved] = (char) to;
        counts[from][k]--;
        counts[to][k]++;
    }

    private static int richest(int[] counts) {
        return IntStream.range(0, counts.length)
                .boxed()
                .max(Comparator.<Integer>comparingInt(i -> counts[i]).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }
}
