package org.layerwise.training;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.layerwise.core.Registry;
import org.layerwise.optimizers.Optimizer;

/** Every optimizer that plugins bring, with its defaults. */
final class Optimizers {
    private Optimizers() {}

    static SortedMap<String, Optimizer> all() {
        SortedMap<String, Optimizer> optimizers = new TreeMap<>();
        Registry.load().all(Optimizer.class).forEach((name, type) -> optimizers.put(name, make(type)));
        return optimizers;
    }

    private static Optimizer make(Class<? extends Optimizer> type) {
        Constructor<?> shortest = Arrays.stream(type.getConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow();
        try {
            return (Optimizer) shortest.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }
}
