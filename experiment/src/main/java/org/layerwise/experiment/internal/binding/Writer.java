package org.layerwise.experiment.internal.binding;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.layerwise.core.Registry;

/** Turns records back into what an experiment file says, with every default filled in: maps, lists and scalars. */
public final class Writer {
    private final Registry registry;
    private final Map<Class<?>, Codec<?>> codecs;
    private final UnaryOperator<Path> paths;

    /** @param paths how paths are written, so that the file can be read from elsewhere */
    public Writer(Registry registry, Map<Class<?>, Codec<?>> codecs, UnaryOperator<Path> paths) {
        this.registry = registry;
        this.codecs = codecs;
        this.paths = paths;
    }

    /** A record that is a section; options that are absent are left out. */
    public Map<String, Object> section(Object section) {
        RecordShape shape = RecordShape.of(section.getClass());
        Map<String, Object> written = new LinkedHashMap<>();
        for (Option option : shape.options()) {
            Object value = shape.valueOf(option, section);
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(present -> written.put(option.name(), value(present)));
            } else {
                written.put(option.name(), value(value));
            }
        }
        return written;
    }

    /** Any value. */
    public Object value(Object value) {
        Optional<Codec<?>> codec = codecFor(value);
        if (codec.isPresent()) {
            return write(codec.get(), value);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::value).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> written = new LinkedHashMap<>();
            map.forEach((key, item) -> written.put(String.valueOf(key), value(item)));
            return written;
        }
        if (value instanceof Path path) {
            return paths.apply(path).toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        return value instanceof Record component ? component(component) : value;
    }

    private Optional<Codec<?>> codecFor(Object value) {
        return codecs.entrySet().stream()
                .filter(codec -> codec.getKey().isInstance(value))
                .<Codec<?>>map(Map.Entry::getValue)
                .findFirst();
    }

    @SuppressWarnings("unchecked") // codecs are kept by the class that they write
    private <T> Object write(Codec<T> codec, Object value) {
        return codec.write((T) value, this);
    }

    /** The bare name where a component has no options. */
    private Object component(Record component) {
        Optional<String> name = nameOf(component.getClass());
        Map<String, Object> options = section(component);
        if (name.isEmpty()) {
            return options;
        }
        if (options.isEmpty()) {
            return name.get();
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("type", name.get());
        written.putAll(options);
        return written;
    }

    /** The name under which a component was registered first. */
    public Optional<String> nameOf(Class<?> component) {
        return registry.kinds().stream()
                .filter(kind -> kind.isAssignableFrom(component))
                .flatMap(kind -> nameOf(kind, component).stream())
                .findFirst();
    }

    private <S> Optional<String> nameOf(Class<S> kind, Class<?> component) {
        return registry.nameOf(kind, component.asSubclass(kind));
    }
}
