package org.layerwise.dataio.transforms;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import org.layerwise.dataio.internal.Decimal;

/** The known categories of a column: a list that finds them quickly, however many there are. */
final class Categories extends AbstractList<String> implements RandomAccess {
    private static final int SEVERAL = -1;

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Double, Integer> byNumber = new HashMap<>();

    private Categories(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < this.names.size(); i++) {
            int place = i;
            places.putIfAbsent(this.names.get(i), place);
            number(this.names.get(i)).ifPresent(number -> byNumber.merge(number, place, (a, b) -> SEVERAL));
        }
    }

    static Categories of(List<String> names) {
        return names instanceof Categories known ? known : new Categories(names);
    }

    /**
     * The place of a category: of the same text or, since programs write whole numbers as {@code 1} or {@code 1.0}, the only one
     * that is the same number; -1 where it is not known.
     */
    static int place(List<String> known, String label) {
        return of(known).place(label);
    }

    private int place(String label) {
        Integer same = places.get(label);
        if (same != null) {
            return same;
        }
        OptionalDouble number = number(label);
        return number.isPresent() ? byNumber.getOrDefault(number.getAsDouble(), SEVERAL) : SEVERAL;
    }

    private static OptionalDouble number(String text) {
        Decimal decimal = new Decimal();
        return decimal.parse(text.toCharArray(), 0, text.length())
                ? OptionalDouble.of(decimal.value() + 0.0)
                : OptionalDouble.empty();
    }

    @Override
    public String get(int place) {
        return names.get(place);
    }

    @Override
    public int size() {
        return names.size();
    }
}
