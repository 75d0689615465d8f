package org.layerwise.testkit.internal;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.Registry;

/** Makes a component with its defaults, and with numbers that many take where an option is required. */
public final class Examples {
    private static final Map<Class<?>, List<Object>> CANDIDATES = Map.of(
            double.class, List.of(0.5, 1.0, 0.1, 2.0, 0.0),
            int.class, List.of(3, 1, 10),
            long.class, List.of(3L, 1L, 10L),
            boolean.class, List.of(true),
            List.class, List.of(List.of(), List.of(1L), List.of(0.5)),
            Map.class, List.of(Map.of()),
            Optional.class, List.of(Optional.empty()));

    private final Registry registry;
    private final int depth;

    /** Takes other components from this registry, where an option is one. */
    public Examples(Registry registry) {
        this(registry, 0);
    }

    private Examples(Registry registry, int depth) {
        this.registry = registry;
        this.depth = depth;
    }

    /** An example of this component; empty where none could be guessed. */
    public <S> Optional<S> of(Class<? extends S> component) {
        return Arrays.stream(component.getConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .flatMap(shortest -> make(shortest, new ArrayList<>()))
                .map(component::cast);
    }

    private Optional<Object> make(Constructor<?> constructor, List<Object> arguments) {
        Class<?>[] types = constructor.getParameterTypes();
        if (arguments.size() == types.length) {
            try {
                return Optional.of(constructor.newInstance(arguments.toArray()));
            } catch (ReflectiveOperationException e) {
                return Optional.empty(); // refused: the next candidate
            }
        }
        for (Object candidate : candidates(types[arguments.size()])) {
            List<Object> longer = new ArrayList<>(arguments);
            longer.add(candidate);
            Optional<Object> made = make(constructor, longer);
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    private List<Object> candidates(Class<?> wanted) {
        if (wanted.isEnum()) {
            return List.of(wanted.getEnumConstants());
        }
        if (wanted.isInterface() && !CANDIDATES.containsKey(wanted)) {
            return depth > 1 ? List.of() : components(wanted);
        }
        return CANDIDATES.getOrDefault(wanted, List.of());
    }

    private List<Object> components(Class<?> kind) {
        Examples within = new Examples(registry, depth + 1);
        return registry.all(kind).values().stream()
                .flatMap(component -> within.<Object>of(component).stream())
                .limit(1)
                .toList();
    }
}
