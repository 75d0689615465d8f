package org.layerwise.dataio;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.layerwise.dataio.internal.OneToOne;
import org.layerwise.dataio.internal.SameByTarget;

/**
 * A feature that gives a target away: its values and those of the target belong together one to one, and come twice on average,
 * or they are equal. A network would learn to read it, and nothing else.
 *
 * @param column the feature
 * @param oneIn one of so many of its different values was looked at; 1 where all were
 */
public record TargetLeak(String column, int oneIn) {
    private static final int MOST_STREAMED = 1 << 12;
    private static final int SHARE_OF_HEAP = 16;

    /**
     * The features that give a target away. Data that are read from a file are read in order, in bounded memory, and only as
     * far as some feature still may: of a column with more than 4096 different values a sample of them is looked at.
     *
     * @param target index of the target column
     * @param ignored names of features that don't matter
     */
    public static List<TargetLeak> among(Dataset training, int target, Set<String> ignored) {
        int[] columns = IntStream.range(0, training.features())
                .filter(c -> !ignored.contains(training.columns().get(c).name()))
                .toArray();
        if (columns.length == 0) {
            return List.of();
        }
        long room = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        SameByTarget suspects = SameByTarget.among(training, target, columns, room);
        Map<Integer, TargetLeak> leaks = new TreeMap<>();
        for (int c : suspects.equal()) {
            leaks.put(c, new TargetLeak(training.columns().get(c).name(), 1));
        }
        int atOnce = training.isStreamed() ? (int) Math.max(1, room / (2L * OneToOne.BYTES * MOST_STREAMED)) : 1;
        int most = training.isStreamed() ? MOST_STREAMED : Integer.MAX_VALUE;
        for (int from = 0; from < suspects.other().length; from += atOnce) {
            int[] some = IntStream.of(suspects.other()).skip(from).limit(atOnce).toArray();
            among(training, target, some, most, leaks);
        }
        return List.copyOf(leaks.values());
    }

    private static void among(Dataset training, int target, int[] columns, int most, Map<Integer, TargetLeak> leaks) {
        OneToOne[] pairs = IntStream.range(0, columns.length)
                .mapToObj(k -> new OneToOne(most, training.examples()))
                .toArray(OneToOne[]::new);
        int[] possible = IntStream.range(0, columns.length).toArray();
        double[] row = new double[training.features()];
        for (int i = 0; i < training.examples() && possible.length > 0; i++) {
            double y = training.target(i, target);
            training.copyFeatures(i, row);
            int left = 0;
            for (int k : possible) {
                if (pairs[k].add(row[columns[k]], y)) {
                    possible[left++] = k;
                }
            }
            possible = left == possible.length ? possible : Arrays.copyOf(possible, left);
        }
        for (int k : possible) {
            if (pairs[k].holds()) {
                leaks.put(
                        columns[k],
                        new TargetLeak(training.columns().get(columns[k]).name(), pairs[k].oneIn()));
            }
        }
    }
}
