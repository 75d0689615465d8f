package org.layerwise.dataio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.layerwise.dataio.internal.RowHashes;

/**
 * Finds examples that stand in two parts while all examples pass by once, in bounded memory: for parts that are read from
 * their files, or are large.
 *
 * <p>Examples are compared by a hash of 64 bits: that two different ones are taken for equal has a chance below 1e-5 for a
 * hundred million examples against a million. All but the training part are remembered; where they are too many for an eighth
 * of the heap, a sample of them, chosen by their hash, and what is found says so.
 */
public final class SharedExamplesSearch {
    /** Enough to know whether more than half of the training examples repeat others. */
    private static final int TRAINING_SAMPLE = 1 << 16;

    private static final int SHARE_OF_HEAP = 8;

    private final List<Dataset> parts;
    private final List<Part> known = new ArrayList<>();

    /** @param parts in this order, the training part first */
    public SharedExamplesSearch(List<Dataset> parts) {
        this(parts, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** @param bytes what remembering may take */
    SharedExamplesSearch(List<Dataset> parts, long bytes) {
        this.parts = List.copyOf(parts);
        long others = parts.stream().skip(1).mapToLong(Dataset::examples).sum();
        double room = Math.min(1, (double) bytes / RowHashes.BYTES / Math.max(1, others));
        for (int p = 0; p < parts.size(); p++) {
            int examples = parts.get(p).examples();
            int most = p == 0 ? Math.min(TRAINING_SAMPLE, examples) : (int) (room * examples);
            known.add(new Part(parts.get(p), new RowHashes(most, parts.get(p)::origin), p));
        }
    }

    /** What is known of a part. */
    private static final class Part {
        private final RowHashes hashes;
        /** By the part before it: for each slot the first example there that equals it, plus 1. */
        private final int[][] matches;

        private final int[] categorical;
        private final long[][] names;
        private final double[] values;

        Part(Dataset dataset, RowHashes hashes, int before) {
            List<Column> columns = dataset.columns();
            this.hashes = hashes;
            this.matches = new int[before][hashes.slots()];
            this.values = new double[columns.size()];
            this.categorical = IntStream.range(0, columns.size())
                    .filter(c -> columns.get(c).isCategorical())
                    .toArray();
            this.names = Arrays.stream(categorical)
                    .mapToObj(c -> columns.get(c).categories().stream()
                            .mapToLong(SharedExamplesSearch::hash)
                            .toArray())
                    .toArray(long[][]::new);
        }

        /** Categories count by name, since the parts may number them otherwise. */
        long hash(double[] row) {
            if (categorical.length == 0) {
                return RowHashes.hash(row);
            }
            System.arraycopy(row, 0, values, 0, row.length);
            for (int k = 0; k < categorical.length; k++) {
                int c = categorical[k];
                values[c] = Double.isNaN(row[c]) ? row[c] : names[k][(int) row[c]];
            }
            return RowHashes.hash(values);
        }
    }

    /** 52 bits, which a double holds. */
    private static long hash(String name) {
        return RowHashes.hash(name.chars().asDoubleStream().toArray()) >>> 12;
    }

    /**
     * Takes an example. All of the last part come first, those of the training part last.
     *
     * @param part its place among the parts
     * @param example its place in the part
     * @param features its values
     */
    public void add(int part, int example, double[] features) {
        long hash = known.get(part).hash(features);
        known.get(part).hashes.add(hash, example);
        for (int other = part + 1; other < known.size(); other++) {
            int slot = known.get(other).hashes.find(hash);
            int[] matches = known.get(other).matches[part];
            if (slot >= 0 && (matches[slot] == 0 || isBefore(parts.get(part), example, matches[slot] - 1))) {
                matches[slot] = example + 1;
            }
        }
    }

    private static boolean isBefore(Dataset part, int one, int other) {
        return part.origin(one) < part.origin(other);
    }

    /**
     * What was found, as {@link SharedExamples#between} says it.
     *
     * @param training place of the one part
     * @param other place of a later one
     * @return empty if no example is in both
     */
    public Optional<SharedExamples> between(int training, int other) {
        boolean comparable = parts.get(training).features() == parts.get(other).features();
        if (!comparable || known.get(training).hashes.repeats()) {
            return Optional.empty();
        }
        RowHashes hashes = known.get(other).hashes;
        int[] matches = known.get(other).matches[training];
        int[] found =
                IntStream.range(0, matches.length).filter(s -> matches[s] > 0).toArray();
        if (found.length == 0) {
            return Optional.empty();
        }
        long count = IntStream.of(found).mapToLong(hashes::count).sum() * hashes.oneIn();
        int first = IntStream.of(found)
                .reduce((a, b) -> hashes.firstOrigin(a) < hashes.firstOrigin(b) ? a : b)
                .getAsInt();
        return Optional.of(new SharedExamples(
                (int) Math.min(parts.get(other).examples(), count),
                parts.get(other).place(hashes.first(first)),
                parts.get(training).place(matches[first] - 1),
                hashes.oneIn()));
    }

    /** One of how many examples of a part are compared: 1 where all are. */
    public int oneIn(int part) {
        return known.get(part).hashes.oneIn();
    }
}
