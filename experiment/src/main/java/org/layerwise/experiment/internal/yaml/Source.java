package org.layerwise.experiment.internal.yaml;

import java.util.List;

/**
 * A text that positions point into.
 *
 * @param label what stands before the line number in messages: the file's name, or {@code --set path}
 * @param lines the text line by line, for excerpts
 */
public record Source(String label, List<String> lines) {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    /** A text with its line ends already normalized to LF. */
    public static Source of(String label, String text) {
        return new Source(label, List.of(text.split("\n", -1)));
    }

    /** The place at line 1, column 1. */
    public Position start() {
        return new Position(this, 1, 1);
    }

    /** The line and a caret below the column, clipped around it; empty if there is no such line. */
    public String excerpt(int line, int column) {
        if (line < 1 || line > lines.size()) {
            return "";
        }
        int[] characters =
                lines.get(line - 1).codePoints().limit(column + WIDTH).toArray();
        int caret = Math.min(column - 1, characters.length);
        int from = characters.length <= WIDTH ? 0 : Math.max(0, caret - WIDTH / 2);
        int to = Math.min(characters.length, from + WIDTH);
        String before = from > 0 ? "…" : "";
        String after = to < characters.length ? "…" : "";
        StringBuilder pointer = new StringBuilder(INDENT + " ".repeat(before.length()));
        for (int i = from; i < caret; i++) {
            pointer.appendCodePoint(characters[i] == '\t' ? '\t' : ' ');
        }
        return INDENT + before + new String(characters, from, to - from) + after + "\n" + pointer + "^";
    }
}
