package org.layerwise.core.internal;

/** Rows of a left operand copied for {@link TileKernel#multiplyPacked}: groups of as many as a tile is high. */
final class PackedRows {
    private final int height;
    private double[] values = {};
    private int groupLength;

    /** @param height how many rows a group has */
    PackedRows(int height) {
        this.height = height;
    }

    /** Copies {@code from[offset + r rowStride + p stride]}; in the place of missing rows stays what was there. */
    void pack(double[] from, int offset, int rowStride, int stride, int rows, int length) {
        groupLength = height * length;
        int groups = Cuts.ceilingOf(rows, height);
        if (values.length < groups * groupLength) {
            values = new double[groups * groupLength];
        }
        for (int group = 0; group < groups; group++) {
            int first = group * height;
            int source = offset + first * rowStride;
            int to = group * groupLength;
            if (height == 8 && rows - first >= 8) {
                packEight(from, source, rowStride, stride, length, to);
            } else {
                packFew(from, source, rowStride, stride, Math.min(height, rows - first), length, to);
            }
        }
    }

    private void packEight(double[] from, int source, int rowStride, int stride, int length, int start) {
        for (int p = 0, at = source, to = start; p < length; p++, at += stride, to += 8) {
            values[to] = from[at];
            values[to + 1] = from[at + rowStride];
            values[to + 2] = from[at + 2 * rowStride];
            values[to + 3] = from[at + 3 * rowStride];
            values[to + 4] = from[at + 4 * rowStride];
            values[to + 5] = from[at + 5 * rowStride];
            values[to + 6] = from[at + 6 * rowStride];
            values[to + 7] = from[at + 7 * rowStride];
        }
    }

    private void packFew(double[] from, int source, int rowStride, int stride, int rows, int length, int start) {
        for (int r = 0; r < rows; r++) {
            for (int p = 0; p < length; p++) {
                values[start + p * height + r] = from[source + r * rowStride + p * stride];
            }
        }
    }

    double[] values() {
        return values;
    }

    /** Where the group begins whose first row is this one, counted from the first that was packed. */
    int offsetOf(int row) {
        return row / height * groupLength;
    }
}
