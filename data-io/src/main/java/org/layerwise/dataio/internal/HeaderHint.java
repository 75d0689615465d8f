package org.layerwise.dataio.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the names of a table's columns tell of options that may be missing. */
public final class HeaderHint {
    private static final List<Character> DELIMITERS = List.of(';', '|', '\t', ',');

    private static final String NO_NAMES = "if line 1 holds no names say header: false";

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

    /**
     * {@code if line 1 holds no names say header: false}, where several are numbers that do not grow: years do, and the places
     * that stand for names that are not there.
     */
    public static String noNames(List<String> names) {
        double last = Double.NEGATIVE_INFINITY;
        boolean grow = true;
        for (int i = 0; i < names.size(); i++) {
            if (isNumber(names.get(i)) && !names.get(i).equals(String.valueOf(i + 1))) {
                double number = Double.parseDouble(names.get(i));
                grow &= number > last;
                last = number;
            }
        }
        return grow ? "" : NO_NAMES;
    }

    private static boolean isNumber(String name) {
        return new Decimal().parse(name.toCharArray(), 0, name.length());
    }

    /** A message that ends with what the names tell of its reason. */
    static String after(String message, List<String> names) {
        String first = names.isEmpty() ? "" : names.get(0);
        Optional<String> other = OtherFormat.advice(first.getBytes(StandardCharsets.ISO_8859_1));
        if (other.isPresent()) {
            return message + "; the file " + other.get();
        }
        boolean comment = !names.isEmpty() && names.get(0).startsWith("#");
        boolean numbers = names.stream().allMatch(HeaderHint::isNumber);
        String hint = comment
                ? "if line 1 is a comment say comment: \"#\""
                : delimiter(names).isEmpty() ? numbers ? NO_NAMES : noNames(names) : delimiter(names);
        return hint.isEmpty() ? message : message + "; " + hint;
    }
}
