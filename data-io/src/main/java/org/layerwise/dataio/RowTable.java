package org.layerwise.dataio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rows of a data set by their hash: open addressing, so that a million take 12 MB. */
final class RowTable {
    private final Dataset dataset;
    private final int[] slots;
    private final double[] row;
    private final double[] candidate;
    /** The columns that are categorical here. */
    private final int[] categorical;

    private int distinct;

    RowTable(Dataset dataset) {
        this.dataset = dataset;
        this.row = new double[dataset.features()];
        this.candidate = new double[dataset.features()];
        List<Column> columns = dataset.columns();
        this.categorical = IntStream.range(0, columns.size())
                .filter(c -> columns.get(c).isCategorical())
                .toArray();
        this.slots = new int[Integer.highestOneBit(Math.max(2, dataset.examples())) * 4];
        for (int i = 0; i < dataset.examples(); i++) {
            read(dataset, i, row);
            int slot = slot(row);
            distinct += slots[slot] == 0 ? 1 : 0;
            slots[slot] = slots[slot] == 0 || isBefore(dataset, i, slots[slot] - 1) ? i + 1 : slots[slot];
        }
    }

    /** How many rows there are that differ. */
    int distinct() {
        return distinct;
    }

    /** The examples of another data set that stand here too; empty if none does. */
    Optional<SharedExamples> find(Dataset other) {
        int count = 0;
        int first = 0;
        int original = 0;
        for (int i = 0; i < other.examples(); i++) {
            read(other, i, row);
            int found = slots[slot(row)];
            if (found > 0) {
                boolean earlier = count == 0 || isBefore(other, i, first);
                first = earlier ? i : first;
                original = earlier ? found - 1 : original;
                count++;
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(new SharedExamples(count, other.place(first), dataset.place(original)));
    }

    private static boolean isBefore(Dataset part, int one, int other) {
        return part.origin(one) < part.origin(other);
    }

    /** Where this row stands, or would. */
    private int slot(double[] wanted) {
        long hash = 0;
        for (double value : wanted) {
            hash = (hash ^ Double.doubleToLongBits(value)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        int slot = (int) (hash & (slots.length - 1));
        while (slots[slot] > 0 && !isAt(slots[slot] - 1, wanted)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isAt(int example, double[] wanted) {
        read(dataset, example, candidate);
        return Arrays.equals(candidate, wanted);
    }

    /** A row in which categories are this data set's own. */
    private void read(Dataset from, int example, double[] destination) {
        from.copyFeatures(example, destination);
        for (int i = 0; from != dataset && i < categorical.length; i++) {
            int c = categorical[i];
            List<String> own = dataset.columns().get(c).categories();
            Column theirs = from.columns().get(c);
            if (!own.equals(theirs.categories())) {
                destination[c] = theirs.label(destination[c])
                        .map(label -> (double) own.indexOf(label))
                        .orElse(Double.NaN);
            }
        }
        for (int c = 0; c < destination.length; c++) {
            destination[c] += 0.0;
        }
    }
}
