package org.layerwise.dataio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.layerwise.dataio.internal.OneToOne;

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
        long room = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        int atOnce = training.isStreamed() ? (int) Math.max(1, room / (2L * OneToOne.BYTES * MOST_STREAMED)) : 1;
        int most = training.isStreamed() ? MOST_STREAMED : Integer.MAX_VALUE;
        List<TargetLeak> leaks = new ArrayList<>();
        for (int from = 0; from < columns.length; from += atOnce) {
            int[] some = IntStream.of(columns).skip(from).limit(atOnce).toArray();
            among(training, target, some, most, leaks);
        }
        return leaks;
    }

    private static void among(Dataset training, int target, int[] columns, int most, List<TargetLeak> leaks) {
        OneToOne[] pairs = IntStream.range(0, columns.length)
                .mapToObj(k -> new OneToOne(most, training.examples()))
                .toArray(OneToOne[]::new);
        int[] possible = IntStream.range(0, columns.length).toArray();
        double[] row = new double[training.features()];
        for (int i = 0; i < training.examples() && possible.length > 0; i++) {
            double y = training.target(i, target);
            if (training.isStreamed()) {
                training.copyFeatures(i, row);
            }
            int left = 0;
            for (int k : possible) {
                if (pairs[k].add(training.isStreamed() ? row[columns[k]] : training.feature(i, columns[k]), y)) {
                    possible[left++] = k;
                }
            }
            possible = left == possible.length
                    ? possible
                    : IntStream.of(possible).limit(left).toArray();
        }
        for (int k : possible) {
            if (pairs[k].holds()) {
                leaks.add(new TargetLeak(training.columns().get(columns[k]).name(), pairs[k].oneIn()));
            }
        }
    }
}
