package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of categories and classes: numbers ascending, anything else by code point. */
public final class Ordering {
    private Ordering() {}

    /** The names in order; by number only if all are numbers. */
    public static List<String> sorted(Collection<String> names) {
        Map<String, Double> values = new HashMap<>();
        Decimal decimal = new Decimal();
        for (String name : names) {
            if (decimal.parse(name.toCharArray(), 0, name.length())) {
                values.put(name, decimal.value());
            }
        }
        Comparator<String> byText = (a, b) ->
                Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
        boolean numbers = values.size() == names.size();
        return names.stream()
                .sorted(
                        numbers
                                ? Comparator.<String>comparingDouble(values::get)
                                        .thenComparing(byText)
                                : byText)
                .toList();
    }
}
