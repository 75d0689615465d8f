package org.layerwise.dataio.internal;

import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.FeatureStore;

/**
 * A store that transposes a mini-batch by itself: eight examples at a time, so that each of its rows is read from end to
 * end, and each line of the cache in X is written once and whole. Nothing is allocated.
 */
public interface BatchStore extends FeatureStore {
    /** The examples that are transposed together: as many doubles as a line of the cache holds. */
    int TOGETHER = 8;

    /**
     * Fills X, one column for each example.
     *
     * @param order of each example its row here
     * @param from the place in {@code examples} of the one for the first column
     * @param x destination of shape (columns of the store, examples in the batch)
     */
    default void transpose(Rows order, int[] examples, int from, DenseMatrix x) {
        int batch = x.getColumnDimension();
        int j = 0;
        for (; j <= batch - TOGETHER; j += TOGETHER) {
            transposeEight(order, examples, from + j, x.values(), j, batch);
        }
        for (; j < batch; j++) {
            scatter(order.at(examples[from + j]), 0, columns(), x.values(), j, batch);
        }
    }

    /**
     * Writes the examples at the places {@code from … from + 7}: feature {@code c} of the one at {@code from + k} goes to
     * {@code destination[offset + c * stride + k]}.
     */
    void transposeEight(Rows order, int[] examples, int from, double[] destination, int offset, int stride);
}
