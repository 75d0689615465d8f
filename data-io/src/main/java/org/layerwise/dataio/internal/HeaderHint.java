package org.layerwise.dataio.internal;

import java.util.List;

/** What the names of a table's columns tell of options that may be missing. */
public final class HeaderHint {
    private static final List<Character> DELIMITERS = List.of(';', '|', '\t', ',');

    private HeaderHint() {}

    /** {@code if that is several columns say delimiter: ";"}, of a table of one column; empty if nothing is odd about it. */
    public static String delimiter(List<String> names) {
        for (char delimiter : DELIMITERS) {
            if (names.size() == 1 && names.get(0).indexOf(delimiter) >= 0) {
                return "if that is several columns say delimiter: "
                        + (delimiter == '\t' ? "tab" : "\"" + delimiter + "\"");
            }
        }
        return "";
    }

    /** A message that ends with what the names tell of its reason. */
    static String after(String message, List<String> names) {
        boolean comment = !names.isEmpty() && names.get(0).startsWith("#");
        String hint = comment ? "if line 1 is a comment say comment: \"#\"" : delimiter(names);
        return hint.isEmpty() ? message : message + "; " + hint;
    }
}
