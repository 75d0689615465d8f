package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Reorders examples so that consecutive parts of given sizes have their share of every class. */
public final class Strata {
    private Strata() {}

    /**
     * The examples part by part; within a part they keep the order given.
     *
     * @param order all examples, shuffled
     * @param classes the class of each example
     * @param sizes of the parts; what is left over comes last
     */
    public static int[] spread(int[] order, int[] classes, int[] sizes) {
        int[] partOf = deal(order, classes, sizes);
        fill(order, classes, partOf, sizes);
        return IntStream.rangeClosed(0, sizes.length)
                .flatMap(p -> IntStream.of(order).filter(i -> partOf[i] == p))
                .toArray();
    }

    /** The j-th of a class's n_k examples stands at (j + 1/2) / n_k; cutting along that axis shares every class out. */
    private static int[] deal(int[] order, int[] classes, int[] sizes) {
        int[] counts = new int[IntStream.of(classes).max().orElse(0) + 1];
        IntStream.of(classes).forEach(k -> counts[k]++);
        double[] position = new double[order.length];
        int[] seen = new int[counts.length];
        for (int i : order) {
            int k = classes[i];
            position[i] = (seen[k]++ + 0.5) / counts[k];
        }
        int[] sorted = IntStream.of(order)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> position[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] partOf = new int[order.length];
        int at = 0;
        for (int p = 0; p <= sizes.length; p++) {
            int end = p < sizes.length ? at + sizes[p] : sorted.length;
            for (; at < end; at++) {
                partOf[sorted[at]] = p;
            }
        }
        return partOf;
    }

    /** Gives a part that lacks a class one example of it, in exchange for one of the class it has most of. */
    private static void fill(int[] order, int[] classes, int[] partOf, int[] sizes) {
        int[][] counts = new int[sizes.length + 1][IntStream.of(classes).max().orElse(0) + 1];
        for (int i : order) {
            counts[partOf[i]][classes[i]]++;
        }
        for (int p = 0; p < sizes.length; p++) {
            for (int k = 0; k < counts[p].length; k++) {
                if (sizes[p] > 0 && counts[p][k] == 0) {
                    exchange(order, classes, partOf, counts, p, k);
                }
            }
        }
    }

    private static void exchange(int[] order, int[] classes, int[] partOf, int[][] counts, int part, int wanted) {
        int giver = richest(Arrays.stream(counts).mapToInt(c -> c[wanted]).toArray());
        int spare = richest(counts[part]);
        boolean leftover = giver == counts.length - 1;
        if (counts[giver][wanted] < (leftover ? 1 : 2) || counts[part][spare] < 2) {
            return;
        }
        move(order, classes, partOf, counts, giver, part, wanted);
        move(order, classes, partOf, counts, part, giver, spare);
    }

    private static void move(int[] order, int[] classes, int[] partOf, int[][] counts, int from, int to, int k) {
        int moved = IntStream.range(0, order.length)
                .map(j -> order[order.length - 1 - j])
                .filter(i -> partOf[i] == from && classes[i] == k)
                .findFirst()
                .orElseThrow();
        partOf[moved] = to;
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
