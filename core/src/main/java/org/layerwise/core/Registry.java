package org.layerwise.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Every component that the installed plugins bring, by kind (the SPI that it implements) and name.
 *
 * <p>Immutable and safe for use by several threads. Loading a registry runs each plugin once.
 */
public final class Registry {
    private final Map<Class<?>, SortedMap<String, Entry>> entries;

    private Registry(Map<Class<?>, SortedMap<String, Entry>> entries) {
        this.entries = entries;
    }

    /**
     * The components of all plugins on the class path and the module path.
     *
     * @throws PluginException if a plugin cannot be used or two bring the same kind and name
     */
    public static Registry load() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return load(context == null ? ClassLoader.getSystemClassLoader() : context);
    }

    /**
     * The components of all plugins that {@link java.util.ServiceLoader} finds through this class loader.
     *
     * @throws PluginException if a plugin cannot be used or two bring the same kind and name
     */
    public static Registry load(ClassLoader loader) {
        Collector collector = new Collector();
        for (Plugin plugin : PluginFinder.find(loader)) {
            collector.collect(plugin);
        }
        return new Registry(collector.entries);
    }

    /** The component of this kind and name. */
    public <S> Optional<Class<? extends S>> find(Class<S> spi, String name) {
        return Optional.ofNullable(all(spi).get(name));
    }

    /** All components of this kind by name, sorted; a component with several names stands under each. */
    public <S> SortedMap<String, Class<? extends S>> all(Class<S> spi) {
        SortedMap<String, Class<? extends S>> found = new TreeMap<>();
        entriesOf(spi)
                .forEach((name, entry) -> found.put(name, entry.component().asSubclass(spi)));
        return Collections.unmodifiableSortedMap(found);
    }

    /** The kinds of which there is a component, sorted by class name. */
    public SortedSet<Class<?>> kinds() {
        SortedSet<Class<?>> kinds = new TreeSet<>(Comparator.comparing(Class::getName));
        kinds.addAll(entries.keySet());
        return Collections.unmodifiableSortedSet(kinds);
    }

    /** Who brought the component of this kind and name. */
    public Optional<Origin> origin(Class<?> spi, String name) {
        return Optional.ofNullable(entriesOf(spi).get(name)).map(Entry::origin);
    }

    /** The name under which a component was registered first: the one to write, where it has several. */
    public <S> Optional<String> nameOf(Class<S> spi, Class<? extends S> component) {
        return entriesOf(spi).entrySet().stream()
                .filter(named -> named.getValue().component() == component)
                .min(Comparator.comparingInt(named -> named.getValue().order()))
                .map(Map.Entry::getKey);
    }

    /**
     * Where a component comes from, for messages: {@code Activation 'isru' (org.example.Isru) of plugin
     * org.example.IsruPlugin in /plugins/isru.jar}; empty for what Layerwise brings itself and for what is not
     * registered.
     */
    public Optional<String> describeOutsider(Class<?> component) {
        return outsiders().describe(component);
    }

    /**
     * Says which plugin from outside is at fault where something was thrown in its code, or could not be linked with it.
     *
     * @return an exception that names the component, its plugin and its jar; empty where no such plugin took part
     */
    public Optional<PluginException> blame(Throwable thrown) {
        return outsiders().blame(thrown);
    }

    /** Like {@link #describeOutsider}, of the component in whose code something was thrown. */
    public Optional<String> culprit(Throwable thrown) {
        return outsiders().culprit(thrown);
    }

    private Outsiders outsiders() {
        List<Outsiders.Component> components = new ArrayList<>();
        entries.forEach((spi, named) -> named.forEach((name, entry) ->
                components.add(new Outsiders.Component(spi, name, entry.component(), entry.origin()))));
        return new Outsiders(components);
    }

    private SortedMap<String, Entry> entriesOf(Class<?> spi) {
        return entries.getOrDefault(spi, Collections.emptySortedMap());
    }

    /**
     * Where a component comes from.
     *
     * @param plugin the full name of the plugin's class
     * @param location the jar or folder that holds it; the module's name where there is neither
     */
    public record Origin(String plugin, String location) {
        static Origin of(Plugin plugin) {
            return new Origin(plugin.getClass().getName(), PluginFinder.locationOf(plugin.getClass()));
        }
    }

    private record Entry(Class<?> component, Origin origin, int order) {
        @Override
        public String toString() {
            return component.getName() + " from plugin " + origin.plugin() + " in " + origin.location();
        }
    }

    private static final class Collector {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

        private final Map<Class<?>, SortedMap<String, Entry>> entries = new LinkedHashMap<>();
        private int order;

        void collect(Plugin plugin) {
            Origin origin = Origin.of(plugin);
            try {
                plugin.register(new Plugin.Registrar() {
                    @Override
                    public <S> void add(Class<S> spi, String name, Class<? extends S> component) {
                        check(spi, name, component);
                        put(spi, name, new Entry(component, origin, order++));
                    }
                });
            } catch (PluginException e) {
                throw e;
            } catch (RuntimeException | LinkageError e) {
                throw new PluginException(
                        "plugin " + origin.plugin() + " in " + origin.location() + " failed to register: " + e, e);
            }
        }

        private static void check(Class<?> spi, String name, Class<?> component) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("the name '" + name + "' of " + component.getName()
                        + " is malformed; names are lower-case letters, digits and _, and begin with a letter");
            }
            if (!component.isRecord()) {
                throw new IllegalArgumentException(component.getName() + " ('" + name + "') is no record");
            }
            if (!spi.isInterface() || !spi.isAssignableFrom(component)) {
                throw new IllegalArgumentException(
                        component.getName() + " ('" + name + "') does not implement " + spi.getName());
            }
        }

        private void put(Class<?> spi, String name, Entry entry) {
            Entry earlier =
                    entries.computeIfAbsent(spi, kind -> new TreeMap<>()).putIfAbsent(name, entry);
            if (earlier != null) {
                throw new PluginException("two components of kind " + spi.getSimpleName() + " have the name '" + name
                        + "': " + earlier + ", and " + entry + "; remove one of the two");
            }
        }
    }
}
