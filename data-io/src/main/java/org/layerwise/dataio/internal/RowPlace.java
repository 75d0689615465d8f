package org.layerwise.dataio.internal;

/** Where in a file a row stands. */
final class RowPlace {
    private int row = -1;
    private long line;

    void next(long nextLine) {
        row++;
        line = nextLine;
    }

    int row() {
        return row;
    }

    /** {@code row 3 (line 4)}; rows count from 1. */
    String text() {
        return "row " + (row + 1) + (line > 0 ? " (line " + line + ")" : "");
    }
}
