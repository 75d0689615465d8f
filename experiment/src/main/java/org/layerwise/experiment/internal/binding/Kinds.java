package org.layerwise.experiment.internal.binding;

import java.util.Map;

/** What the kinds of components are called. */
public final class Kinds {
    private static final Map<String, String> NAMES = Map.of(
            "LearningRateSchedule", "schedule",
            "LayerSpec", "layer",
            "ListenerSpec", "listener",
            "DatasetReader", "reader",
            "RandomAlgorithm", "random number generator",
            "Fitted", "fitted transform");

    private Kinds() {}

    /** {@code activation}. */
    public static String name(Class<?> spi) {
        String simple = spi.getSimpleName();
        return NAMES.getOrDefault(simple, Names.snake(simple).replace('_', ' '));
    }

    /** {@code an activation}. */
    static String a(Class<?> spi) {
        String name = name(spi);
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
