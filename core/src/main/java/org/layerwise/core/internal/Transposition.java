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
                int i = top;
                for (; i + 8 <= bottom; i += 8) {
                    eightRows(rows, columns, from, i, left, right, to);
                }
                for (; i < bottom; i++) {
                    oneRow(rows, columns, from, i, left, right, to);
                }
            }
        }
    }

    private static void eightRows(int rows, int columns, double[] from, int i, int left, int right, double[] to) {
        int source = i * columns;
        int destination = left * rows + i;
        for (int j = left; j < right; j++, destination += rows) {
            int at = source + j;
            to[destination] = from[at];
            to[destination + 1] = from[at + columns];
            to[destination + 2] = from[at + 2 * columns];
            to[destination + 3] = from[at + 3 * columns];
            to[destination + 4] = from[at + 4 * columns];
            to[destination + 5] = from[at + 5 * columns];
            to[destination + 6] = from[at + 6 * columns];
            to[destination + 7] = from[at + 7 * columns];
        }
    }

    private static void oneRow(int rows, int columns, double[] from, int i, int left, int right, double[] to) {
        for (int j = left; j < right; j++) {
            to[j * rows + i] = from[i * columns + j];
        }
    }
}
