package org.layerwise.dataio.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands for a missing value. */
final class Missing {
    private final Set<String> texts;
    private final Set<Double> numbers = new HashSet<>();

    Missing(List<String> markers) {
        this.texts = Set.copyOf(markers);
        Decimal decimal = new Decimal();
        for (String marker : markers) {
            if (decimal.parse(marker.toCharArray(), 0, marker.length())) {
                numbers.add(decimal.value() + 0.0);
            }
        }
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            if (texts.contains(String.valueOf(odd))) {
                numbers.add(odd);
            }
        }
    }

    boolean is(String text) {
        return texts.contains(text);
    }

    boolean is(double number) {
        return !numbers.isEmpty() && numbers.contains(number + 0.0);
    }
}
