package org.layerwise.core.internal;

/** Transposes matrices that are stored row by row. */
public final class Transposition {
    private static final int TILE = 16;

    private Transposition() {}

    /** Writes the transpose of the (rows, columns) matrix {@code from} into the (columns, rows) matrix {@code to}. */
    public static void transpose(int rows, int columns, double[] from, double[] to) {
        for (int top = 0; top < rows; top += TILE) {
            int bottom = Math.min(top + TILE, rows);
            for (int left = 0; left < columns; left += TILE) {
                int right = Math.min(left + TILE, columns);
                for (int j = left; j < right; j++) {
                    for (int i = top; i < bottom; i++) {
                        to[j * rows + i] = from[i * columns + j];
                    }
                }
            }
        }
    }
}
