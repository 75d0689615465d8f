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
        return text(0);
    }

    /** {@code row 3 (line 4, character 7)}; 0 where the character is not known. */
    String text(long character) {
        String within = character > 0 ? ", character " + character : "";
        return "row " + (row + 1) + (line > 0 ? " (line " + line + within + ")" : "");
    }
}
