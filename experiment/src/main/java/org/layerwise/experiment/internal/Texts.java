package org.layerwise.experiment.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words for messages. */
public final class Texts {
    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_LIST = 40;

    private Texts() {}

    /** What was read, in quotes, on one line and not too long. */
    public static String quote(String read) {
        return "'" + clip(read) + "'";
    }

    /** At most some 60 characters on one line. */
    public static String clip(String read) {
        StringBuilder line = new StringBuilder();
        int length = 0;
        for (int c : read.codePoints().limit(LONGEST_QUOTE + 1).toArray()) {
            if (length++ == LONGEST_QUOTE) {
                return line.append('…').toString();
            }
            line.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
        }
        return line.toString();
    }

    /** {@code a, b, c}; very long lists end in an ellipsis. */
    public static String list(Collection<String> words) {
        List<String> some = words.stream().limit(LONGEST_LIST).map(Texts::clip).toList();
        return String.join(", ", some) + (words.size() > LONGEST_LIST ? ", …" : "");
    }

    /** {@code 1 class}, {@code 3 classes}. */
    public static String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    /** {@code did you mean 'x'?} where a known word is near, else {@code <otherwise> a, b, c}. */
    public static String suggest(String read, Collection<String> known, String otherwise) {
        return nearest(read, known)
                .map(near -> "did you mean " + quote(near) + "?")
                .orElseGet(() -> otherwise + " " + (known.isEmpty() ? "(none)" : list(known)));
    }

    /** The known word that is nearest to what was read, if one is near. */
    public static Optional<String> nearest(String read, Collection<String> known) {
        String word = plain(read);
        int allowed = Math.max(1, Math.min(3, word.length() / 3));
        String best = null;
        int distance = allowed + 1;
        for (String candidate : known) {
            int d = distance(word, plain(candidate), distance);
            if (d < distance) {
                distance = d;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }

    /** Changes, insertions, deletions and swaps of neighbours; limit if there are at least so many. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return Math.min(d[a.length()][b.length()], limit);
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
