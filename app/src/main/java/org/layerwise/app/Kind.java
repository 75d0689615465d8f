package org.layerwise.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.layerwise.core.Registry;

/**
 * A kind of component under the word that people use for it.
 *
 * @param spi the interface that components of the kind implement
 * @param singular {@code activation}
 * @param plural {@code activations}
 */
record Kind(Class<?> spi, String singular, String plural) {
    /** Words that do not follow from the name of the interface. */
    private static final Map<String, List<String>> OWN_WORDS = Map.of(
            "LayerSpec", List.of("layer", "layers"),
            "ListenerSpec", List.of("listener", "listeners"),
            "DatasetReader", List.of("reader", "readers"),
            "LearningRateSchedule", List.of("schedule", "schedules"),
            "Noise", List.of("noise", "noise"),
            "RandomAlgorithm", List.of("random", "random"),
            "GradientClipping", List.of("gradient_clipping", "gradient_clipping"));

    /** The kind that this interface makes. */
    static Kind of(Class<?> spi) {
        String derived =
                spi.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        List<String> words = OWN_WORDS.getOrDefault(spi.getSimpleName(), List.of(derived, pluralOf(derived)));
        return new Kind(spi, words.get(0), words.get(1));
    }

    /** All kinds of a registry that files can name, by their plural. */
    static SortedMap<String, Kind> in(Registry registry) {
        SortedMap<String, Kind> kinds = new TreeMap<>();
        for (Class<?> spi : registry.kinds()) {
            if (!spi.isMemberClass()) {
                Kind kind = of(spi);
                kinds.put(kind.plural(), kind);
            }
        }
        return kinds;
    }

    /** Whether somebody who writes this means the kind: either form, any case, {@code -} or {@code _}. */
    boolean isCalled(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace('-', '_');
        return plain.equals(singular) || plain.equals(plural);
    }

    private static String pluralOf(String word) {
        if (word.endsWith("s")) {
            return word + "es";
        }
        return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }
}
