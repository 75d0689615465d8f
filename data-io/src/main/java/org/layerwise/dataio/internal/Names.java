package org.layerwise.dataio.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for a name that nothing bears: the near one, and those that exist. */
public final class Names {
    private static final int LISTED = 12;
    private static final int FEW = 4;

    private Names() {}

    /** {@code ; did you mean 'Age'?} where a name is near, otherwise what exists. */
    public static String hint(String name, Collection<String> known) {
        return nearest(name, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> known.isEmpty() ? "; there are none" : "; known are " + listed(known));
    }

    /** {@code ; did you mean 'a.csv'?} where a name is near, otherwise what exists if that is little; of a crowd nothing. */
    static String nearHint(String name, Collection<String> known) {
        return nearest(name, known).isPresent() || known.size() <= FEW ? hint(name, known) : "";
    }

    /** At most a dozen names in quotes, and how many more there are. */
    public static String listed(Collection<String> names) {
        String some = names.stream().limit(LISTED).map(Names::quoted).collect(Collectors.joining(", "));
        return names.size() > LISTED ? some + " and " + (names.size() - LISTED) + " more" : some;
    }

    /** A text in quotes, shortened where it is long. */
    public static String quoted(String text) {
        return "'" + clipped(text) + "'";
    }

    /** A text, shortened where it is long. */
    static String clipped(String text) {
        String visible = text.length() > 60 ? text.substring(0, 57) + "..." : text;
        return visible.replaceAll("\\p{Cntrl}", "?");
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .limit(10_000)
                .filter(other -> distance(name, other) <= Math.min(name.length() - 1, Math.max(1, name.length() / 3)))
                .min(Comparator.comparingInt(other -> distance(name, other)));
    }

    /** Levenshtein's distance, upper and lower case alike. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT).strip();
        String b = other.toLowerCase(Locale.ROOT).strip();
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            int[] swapped = previous;
            previous = current;
            current = swapped;
        }
        return previous[b.length()];
    }
}
