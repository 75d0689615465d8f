package org.layerwise.dataio;

import java.util.IdentityHashMap;
import java.util.List;
import org.layerwise.core.ShapeException;

/**
 * Stored values and what their columns are called: the features of a data set, or its targets.
 *
 * @param columns one for each column of the store
 * @param axes of one example before flattening; their product is the number of columns
 */
record StoredColumns(List<Column> columns, List<Integer> axes, FeatureStore store) {
    /** What a column takes besides its values: its name and kind. */
    private static final long COLUMN = 80;

    StoredColumns {
        columns = columns instanceof NumberedColumns ? columns : List.copyOf(columns);
        axes = List.copyOf(axes);
        if (columns.size() != store.columns()) {
            throw new ShapeException(columns.size() + " columns are named but each example has " + store.columns());
        }
    }

    /** Columns along one axis. */
    StoredColumns(List<Column> columns, FeatureStore store) {
        this(columns, List.of(columns.size()), store);
    }

    /** The same columns with values from elsewhere. */
    StoredColumns with(FeatureStore values) {
        return new StoredColumns(columns, axes, values);
    }

    /** The same values in other axes. */
    StoredColumns withAxes(List<Integer> others) {
        if (others.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact) != count()) {
            throw new ShapeException("axes " + others + " do not hold " + count() + " features");
        }
        return new StoredColumns(columns, others, store);
    }

    int count() {
        return columns.size();
    }

    /** What the values of one example take in memory, or in their file. */
    long bytesPerExample() {
        return (long) count() * store.bytesPerValue();
    }

    /** Adds the bytes that the values take in memory, by what holds them. */
    void addHeldValues(IdentityHashMap<Object, Long> held) {
        if (store.isInMemory()) {
            held.put(store.holder(), (long) store.rows() * store.columns() * store.bytesPerValue());
        }
    }

    /** Adds the bytes that names and kinds take in memory. */
    void addHeldNames(IdentityHashMap<Object, Long> held) {
        held.put(columns, columns instanceof NumberedColumns ? 0 : COLUMN * count());
    }
}
