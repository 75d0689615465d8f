package org.layerwise.dataio.internal;

import java.io.IOException;
import java.util.List;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.FeatureStore;

/** Rows on their way to a data set, features first, then targets. */
interface RowStore {
    /** Makes a store once the columns are known. */
    @FunctionalInterface
    interface Maker {
        RowStore make(int features, int width);
    }

    /** Starts a row; its values are written through {@link #set}. */
    int addRow();

    /** Sets a value of the row that was started last. */
    void set(int row, int slot, double value);

    /** The rows started so far. */
    int rows();

    /** Replaces, when all rows are there, the indices of categories in a column by others. */
    void renumber(int slot, int[] places);

    /** The features and the targets. */
    Stored finish(List<Column> columns) throws IOException;

    /** What was stored. */
    record Stored(FeatureStore features, FeatureStore targets) {}
}
