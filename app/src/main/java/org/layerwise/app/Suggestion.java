package org.layerwise.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who wrote a word that is not known. */
final class Suggestion {
    private Suggestion() {}

    /** {@code ; did you mean 'relu'?}, or nothing. */
    static String of(String word, Collection<String> known) {
        return nearest(word, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    /** A known word that begins with this one, or differs in few letters: in one of three at most. */
    static Optional<String> nearest(String word, Collection<String> known) {
        String plain = word.toLowerCase(Locale.ROOT).replace('-', '_');
        Optional<String> close = known.stream()
                .filter(candidate -> distance(plain, candidate) <= Math.max(1, plain.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(plain, candidate)));
        return close.or(() -> known.stream()
                .filter(candidate -> plain.length() > 1 && candidate.startsWith(plain))
                .min(Comparator.comparingInt(String::length)));
    }

    /** How many letters have to be put in, left out or changed. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
