package org.layerwise.dataio.internal;

import java.util.List;

/** What the names of a table's columns tell of options that may be missing. */
public final class HeaderHint {
    private static final List<Character> DELIMITERS = List.of(';', '|', '\t', ',');

    private HeaderHint() {}

    /** {@code if ';' separates fields say delimiter: ";"}; empty if nothing is odd about the names. */
    public static String of(List<String> names) {
        String first = names.isEmpty() ? "" : names.get(0);
        if (first.startsWith("#") || first.startsWith("%")) {
            return "if line 1 is a comment say comment: \"" + first.charAt(0) + "\"";
        }
        for (char delimiter : DELIMITERS) {
            if (names.size() == 1 && first.indexOf(delimiter) >= 0) {
                String name = delimiter == '\t' ? "tab" : String.valueOf(delimiter);
                return "if " + Names.quoted(name) + " separates fields say delimiter: \"" + name + "\"";
            }
        }
        return "";
    }

    /** The hint as the end of a message. */
    static String after(String message, List<String> names) {
        String hint = of(names);
        return hint.isEmpty() ? message : message + "; " + hint;
    }
}
