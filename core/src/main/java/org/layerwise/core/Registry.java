package org.layerwise.core;

import java.util.Map;
import java.util.Optional;

/** Every component that the plugins on the class path brought, by kind and name. */
public final class Registry {
    private final Map<Class<?>, Map<String, Class<?>>> components = new java.util.HashMap<>();

    private Registry() {}

    /** The components of all plugins that {@link java.util.ServiceLoader} finds. */
    public static Registry load() {
        return new Registry();
    }

    /** The component of this kind and name. */
    public <S> Optional<Class<? extends S>> find(Class<S> spi, String name) {
        return Optional.ofNullable(all(spi).get(name));
    }

    /** All components of this kind by name, sorted. */
    @SuppressWarnings("unchecked")
    public <S> Map<String, Class<? extends S>> all(Class<S> spi) {
        return (Map<String, Class<? extends S>>) (Map<?, ?>) components.getOrDefault(spi, Map.of());
    }
}
