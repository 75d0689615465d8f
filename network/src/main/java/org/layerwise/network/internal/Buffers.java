package org.layerwise.network.internal;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.core.DenseMatrix;

/** What a layer keeps between the ways forward and back: one matrix for each batch size it has met. */
final class Buffers {
    private final List<DenseMatrix> made = new ArrayList<>();

    /** The matrix of this shape, made at first use. */
    DenseMatrix of(int rows, int columns) {
        for (int i = 0; i < made.size(); i++) {
            DenseMatrix matrix = made.get(i);
            if (matrix.getColumnDimension() == columns && matrix.getRowDimension() == rows) {
                return matrix;
            }
        }
        DenseMatrix matrix = new DenseMatrix(rows, columns);
        made.add(matrix);
        return matrix;
    }
}
