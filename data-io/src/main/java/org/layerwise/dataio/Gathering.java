package org.layerwise.dataio;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.internal.BatchStore;
import org.layerwise.dataio.internal.Rows;

/** Transposes stored examples into X, the matrix of a mini-batch: one column for each of them. */
final class Gathering {
    /** Features that are transposed at a time: few enough that the lines written to stay in the first-level cache. */
    private static final int BLOCK = 32;

    private static final int WIDE_BATCH = 256;

    private Gathering() {}

    /**
     * Fills X; does not allocate, unless the examples are streamed.
     *
     * @param rows of each example its row in the store
     * @param from the place in {@code examples} of the one for the first column
     * @param x destination of shape (columns of the store, examples in the batch)
     */
    static void fill(FeatureStore store, Rows rows, int[] examples, int from, DenseMatrix x) {
        if (store instanceof BatchStore whole) {
            whole.transpose(rows, examples, from, x);
        } else if (store.isInMemory()) {
            transpose(store, rows, examples, from, x);
        } else {
            int batch = x.getColumnDimension();
            int[] wanted = Arrays.copyOfRange(examples, from, from + batch);
            FeatureStore picked = store.pick(rows.at(wanted).list());
            fill(picked, Rows.first(batch), IntStream.range(0, batch).toArray(), 0, x);
        }
    }

    private static void transpose(FeatureStore store, Rows rows, int[] examples, int from, DenseMatrix x) {
        int features = store.columns();
        int batch = x.getColumnDimension();
        int block = batch > WIDE_BATCH ? BLOCK / 2 : BLOCK;
        for (int c = 0; c < features; c += block) {
            int end = Math.min(c + block, features);
            for (int j = 0; j < batch; j++) {
                store.scatter(rows.at(examples[from + j]), c, end, x.values(), c * batch + j, batch);
            }
        }
    }
}
