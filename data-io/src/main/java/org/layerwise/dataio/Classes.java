package org.layerwise.dataio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.layerwise.dataio.internal.Names;
import org.layerwise.dataio.internal.Ordering;
import org.layerwise.dataio.internal.Strata;

/**
 * The classes of a target column, by name and in order. Taken from the training part and applied to every other by name.
 *
 * <p>Order: numbers ascending; texts sorted by code point; the order of the file where it names its classes itself.
 *
 * @param column the target column
 * @param names the classes; the second of two is class 1
 */
public record Classes(String column, List<String> names) {
    private static final int CHUNK = 1 << 16;
    private static final int MOST = 1_000_000;

    public Classes {
        names = List.copyOf(names);
    }

    /**
     * The classes that occur in a target of the training part.
     *
     * @param target index of the target column
     * @throws DataException if a target is missing or all examples belong to one class
     */
    public static Classes of(Dataset training, int target) {
        Column column = training.targets().get(target);
        TreeSet<Double> values = new TreeSet<>();
        for (int i = 0; i < training.examples(); i++) {
            values.add(known(training, i, target));
            if (values.size() > MOST) {
                throw new DataException(training.source() + ": column '" + column.name() + "' has more than " + MOST
                        + " different values; classes are expected, or a loss for numbers");
            }
        }
        List<String> found =
                values.stream().map(v -> label(column, v)).distinct().toList();
        List<String> names = column.isCategorical() ? Ordering.sorted(found) : found;
        if (names.size() < 2) {
            throw new DataException(training.source() + ": column '" + column.name() + "' holds a single class, '"
                    + String.join("", names) + "'; at least two are needed");
        }
        return new Classes(column.name(), names);
    }

    /** The classes of the only target column. */
    public static Classes of(Dataset training) {
        if (training.targets().size() != 1) {
            throw DataException.ofOption(
                    "target",
                    training.source() + " has " + training.targets().size()
                            + " target columns; classes need exactly one");
        }
        return of(training, 0);
    }

    /** How many there are. */
    public int size() {
        return names.size();
    }

    /**
     * The class of each example.
     *
     * @param target index of the target column
     * @throws DataException if a target is missing or of a class that is not known
     */
    public int[] indices(Dataset dataset, int target) {
        Column from = dataset.targets().get(target);
        Map<String, Integer> byName = new HashMap<>();
        names.forEach(name -> byName.put(name, byName.size()));
        Map<Double, Integer> byValue = new HashMap<>();
        int[] indices = new int[dataset.examples()];
        for (int i = 0; i < indices.length; i++) {
            double value = known(dataset, i, target);
            Integer index = byValue.computeIfAbsent(value, v -> byName.get(label(from, v)));
            if (index == null) {
                throw new DataException(dataset.place(i, from) + ": class '" + label(from, value)
                        + "' does not occur in the training part; known are " + Names.listed(names));
            }
            indices[i] = index;
        }
        return indices;
    }

    /** The class of each example of the only target, a byte each where there are few classes. */
    Strata.Labels labels(Dataset dataset) {
        boolean few = size() <= 1 << Byte.SIZE;
        byte[] small = new byte[few ? dataset.examples() : 0];
        int[] large = new int[few ? 0 : dataset.examples()];
        inChunks(dataset, 0, (example, index) -> {
            if (few) {
                small[example] = (byte) index;
            } else {
                large[example] = index;
            }
        });
        int classes = size();
        return new Strata.Labels() {
            @Override
            public int of(int example) {
                return few ? small[example] & 0xff : large[example];
            }

            @Override
            public int classes() {
                return classes;
            }
        };
    }

    private interface Use {
        void of(int example, int index);
    }

    private void inChunks(Dataset dataset, int target, Use use) {
        for (int from = 0; from < dataset.examples(); from += CHUNK) {
            Dataset rest = dataset.skip(from);
            int[] indices = indices(rest.take(Math.min(CHUNK, rest.examples())), target);
            for (int i = 0; i < indices.length; i++) {
                use.of(from + i, indices[i]);
            }
        }
    }

    /** The classes of which a part has no example, by name. */
    public List<String> absentFrom(Dataset dataset, int target) {
        boolean[] present = new boolean[size()];
        inChunks(dataset, target, (example, index) -> present[index] = true);
        List<String> absent = new ArrayList<>();
        for (int k = 0; k < present.length; k++) {
            if (!present[k]) {
                absent.add(names.get(k));
            }
        }
        return absent;
    }

    private static double known(Dataset dataset, int example, int target) {
        double value = dataset.target(example, target);
        if (!Double.isFinite(value)) {
            throw new DataException(dataset.place(example, dataset.targets().get(target))
                    + ": the target is missing or not finite; expected one for every example");
        }
        return value + 0.0;
    }

    private static String label(Column column, double value) {
        return column.label(value).orElseThrow();
    }
}
