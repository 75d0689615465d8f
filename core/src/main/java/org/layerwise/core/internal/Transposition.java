package org.layerwise.core.internal;

/** Transposes matrices that are stored row by row: small ones eight rows at a time, others in square tiles. */
public final class Transposition {
    private static final int TILE = 16;
    /** So many entries, and as many of the transpose, stay in the first-level cache or close to it. */
    private static final int SMALL = 1 << 12;

    private Transposition() {}

    /** Writes the transpose of the (rows, columns) matrix {@code from} into the (columns, rows) matrix {@code to}. */
    public static void transpose(int rows, int columns, double[] from, double[] to) {
        transpose(rows, columns, from, 1, to);
    }

    /** The same, each number multiplied by the factor. */
    static void transpose(int rows, int columns, double[] from, double factor, double[] to) {
        int width = rows * columns <= SMALL ? columns : TILE;
        for (int top = 0; top < rows; top += TILE) {
            int bottom = Math.min(top + TILE, rows);
            for (int left = 0; left < columns; left += width) {
                int right = Math.min(left + width, columns);
                int i = top;
                for (; i + 8 <= bottom; i += 8) {
                    eightRows(rows, columns, from, i, left, right, factor, to);
                }
                for (; i < bottom; i++) {
                    oneRow(rows, columns, from, i, left, right, factor, to);
                }
            }
        }
    }

    private static void eightRows(
            int rows, int columns, double[] from, int i, int left, int right, double factor, double[] to) {
        int source = i * columns;
        int destination = left * rows + i;
        for (int j = left; j < right; j++, destination += rows) {
            int at = source + j;
            to[destination] = factor * from[at];
            to[destination + 1] = factor * from[at + columns];
            to[destination + 2] = factor * from[at + 2 * columns];
            to[destination + 3] = factor * from[at + 3 * columns];
            to[destination + 4] = factor * from[at + 4 * columns];
            to[destination + 5] = factor * from[at + 5 * columns];
            to[destination + 6] = factor * from[at + 6 * columns];
            to[destination + 7] = factor * from[at + 7 * columns];
        }
    }

    private static void oneRow(
            int rows, int columns, double[] from, int i, int left, int right, double factor, double[] to) {
        for (int j = left; j < right; j++) {
            to[j * rows + i] = factor * from[i * columns + j];
        }
    }
}
