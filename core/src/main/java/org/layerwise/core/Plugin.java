package org.layerwise.core;

/**
 * Names the components that one jar brings.
 *
 * <p>Layerwise finds plugins with {@link java.util.ServiceLoader}: list the class in {@code
 * META-INF/services/org.layerwise.core.Plugin}. A plugin needs neither Guice nor YAML.
 */
public interface Plugin {
    /** Hands every component of this plugin to the registrar; called once for each {@link Registry}. */
    void register(Registrar registrar);

    /** Receives the components of a plugin. */
    interface Registrar {
        /**
         * Makes a component known under a name.
         *
         * @param spi the interface that the component implements, for example {@code Activation.class}
         * @param name what an experiment file says; {@code [a-z][a-z0-9_]*}
         * @param component an immutable record; its shortest public constructor holds the defaults
         * @throws IllegalArgumentException if the name is malformed or the component is no record
         */
        <S> void add(Class<S> spi, String name, Class<? extends S> component);
    }
}
