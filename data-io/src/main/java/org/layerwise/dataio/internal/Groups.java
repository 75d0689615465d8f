package org.layerwise.dataio.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Groups of examples that stay together, with how many of each class they hold. */
final class Groups {
    private final List<List<Integer>> members;
    private final double[][] counts;
    private final double[] totals;
    private final int examples;

    /** @param classes the class of each example */
    Groups(List<List<Integer>> members, int[] classes) {
        this.members = members;
        int most = IntStream.of(classes).max().orElse(0) + 1;
        this.counts = new double[members.size()][most];
        this.totals = new double[most];
        for (int g = 0; g < members.size(); g++) {
            for (int i : members.get(g)) {
                counts[g][classes[i]]++;
                totals[classes[i]]++;
            }
        }
        this.examples = classes.length;
    }

    /** The examples of a group. */
    List<Integer> members(int group) {
        return members.get(group);
    }

    /** The groups of each part; a part of size 0 gets none, and any other at least one where there are enough. */
    List<List<Integer>> share(int[] sizes) {
        List<List<Integer>> parts = new ArrayList<>();
        IntStream.range(0, sizes.length).forEach(p -> parts.add(new ArrayList<>()));
        double[][] given = new double[sizes.length][totals.length];
        List<Integer> unevenFirst = IntStream.range(0, members.size())
                .boxed()
                .sorted(Comparator.comparingDouble(g -> -spread(counts[g])))
                .toList();
        for (int group : unevenFirst) {
            int best = best(group, given, sizes);
            parts.get(best).add(group);
            for (int k = 0; k < totals.length; k++) {
                given[best][k] += counts[group][k];
            }
        }
        fillEmpty(parts, sizes);
        return parts;
    }

    private static double spread(double[] values) {
        double mean = DoubleStream.of(values).average().orElse(0);
        return DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    }

    private int best(int group, double[][] given, int[] sizes) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < sizes.length; p++) {
            double growth = sizes[p] > 0 ? growth(group, given[p], sizes[p]) : Double.POSITIVE_INFINITY;
            if (growth < least) {
                least = growth;
                best = p;
            }
        }
        return best;
    }

    /** What {@code Σ (given − share)² / share} grows by, over the classes. */
    private double growth(int group, double[] given, int size) {
        double growth = 0;
        for (int k = 0; k < totals.length; k++) {
            double share = totals[k] * size / examples;
            double more = counts[group][k];
            growth += more == 0 ? 0 : more * (2 * (given[k] - share) + more) / share;
        }
        return growth;
    }

    /** The smallest group of the part that has most of them goes to a part that got none. */
    private void fillEmpty(List<List<Integer>> parts, int[] sizes) {
        for (int p = 0; p < sizes.length; p++) {
            List<Integer> richest =
                    parts.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
            if (sizes[p] > 0 && parts.get(p).isEmpty() && richest.size() > 1) {
                Integer smallest = richest.stream()
                        .min(Comparator.comparingInt(g -> members.get(g).size()))
                        .orElseThrow();
                richest.remove(smallest);
                parts.get(p).add(smallest);
            }
        }
    }
}
