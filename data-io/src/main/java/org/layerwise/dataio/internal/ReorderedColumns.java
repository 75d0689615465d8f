package org.layerwise.dataio.internal;

import org.layerwise.dataio.FeatureStore;

/** The columns of another store in another order. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record ReorderedColumns(FeatureStore store, int[] from) implements FeatureStore {
    @Override
    public int rows() {
        return store.rows();
    }

    @Override
    public int columns() {
        return from.length;
    }

    @Override
    public boolean isInMemory() {
        return store.isInMemory();
    }

    @Override
    public int bytesPerValue() {
        return store.bytesPerValue();
    }

    @Override
    public double get(int row, int column) {
        return store.get(row, from[column]);
    }

    @Override
    public void scatter(int row, int first, int to, double[] destination, int offset, int stride) {
        for (int c = first, at = offset; c < to; c++, at += stride) {
            destination[at] = store.get(row, from[c]);
        }
    }
}
