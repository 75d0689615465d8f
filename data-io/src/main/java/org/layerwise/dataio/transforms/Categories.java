package org.layerwise.dataio.transforms;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.layerwise.dataio.internal.Decimal;

/** Finds a category among the known ones. */
final class Categories {
    private Categories() {}

    /**
     * The place of a category: of the same text or, since programs write whole numbers as {@code 1} or {@code 1.0}, the only one
     * that is the same number; -1 where it is not known.
     */
    static int place(List<String> known, String label) {
        int same = known.indexOf(label);
        OptionalDouble number = same < 0 ? number(label) : OptionalDouble.empty();
        if (number.isEmpty()) {
            return same;
        }
        int[] equal = IntStream.range(0, known.size())
                .filter(i -> number(known.get(i)).equals(number))
                .toArray();
        return equal.length == 1 ? equal[0] : -1;
    }

    private static OptionalDouble number(String text) {
        Decimal decimal = new Decimal();
        return decimal.parse(text.toCharArray(), 0, text.length())
                ? OptionalDouble.of(decimal.value() + 0.0)
                : OptionalDouble.empty();
    }
}
