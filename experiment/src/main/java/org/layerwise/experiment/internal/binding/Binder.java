package org.layerwise.experiment.internal.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.experiment.internal.yaml.ListNode;
import org.layerwise.experiment.internal.yaml.MapNode;

/**
 * Makes records from a located tree and collects everything that is wrong on the way.
 *
 * <p>What was bound stays available by its path, so that checks can go on with the sound parts of a file.
 */
public final class Binder {
    private final Problems problems;
    private final Scalars scalars;
    private final Components components;
    private final Records records;
    private final Map<Class<?>, Codec<?>> codecs;
    private final Map<String, Object> bound = new HashMap<>();
    private final Map<String, Spot> spots = new HashMap<>();

    /** @param codecs the types with forms of their own */
    public Binder(Registry registry, Problems problems, Map<Class<?>, Codec<?>> codecs) {
        this.problems = problems;
        this.codecs = codecs;
        this.scalars = new Scalars(problems);
        this.records = new Records(this, problems);
        this.components = new Components(registry, this, records, problems);
    }

    /** Where mistakes go. */
    public Problems problems() {
        return problems;
    }

    /** What was bound without a mistake at this path. */
    public <T> Optional<T> at(String path, Class<T> type) {
        return Optional.ofNullable(bound.get(path)).filter(type::isInstance).map(type::cast);
    }

    /** Where something stands, sound or not. */
    public Optional<Spot> spot(String path) {
        return Optional.ofNullable(spots.get(path));
    }

    /** Binds a value of a type without parameters. */
    @SuppressWarnings("unchecked") // a value of the type that was asked for
    public <T> Optional<T> bind(Class<T> type, Spot spot) {
        return (Optional<T>) bind((Type) type, spot);
    }

    /** Binds a value; empty when it or anything in it is wrong. */
    public Optional<Object> bind(Type type, Spot spot) {
        spots.putIfAbsent(spot.path(), spot);
        if (problems.isRefused(spot.place())) {
            return Optional.empty();
        }
        Optional<Object> value = convert(type, spot);
        value.ifPresent(v -> bound.put(spot.path(), v instanceof Optional<?> inner ? inner.orElseThrow() : v));
        return value;
    }

    private Optional<Object> convert(Type type, Spot spot) {
        if (type instanceof ParameterizedType generic) {
            return convertGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), spot);
        }
        Class<?> wanted = (Class<?>) type;
        Codec<?> codec = codecs.get(wanted);
        if (codec != null) {
            return widen(codec.read(this, spot));
        }
        if (wanted.isInterface() && wanted != Path.class) {
            return components.bind(wanted, spot);
        }
        if (wanted.isRecord()) {
            return records.bind(wanted, spot);
        }
        return wanted.isEnum() ? scalars.enumeration(spot, wanted) : scalar(wanted, spot);
    }

    private static Optional<Object> widen(Optional<?> value) {
        return value.map(v -> (Object) v);
    }

    private Optional<Object> scalar(Class<?> wanted, Spot spot) {
        if (wanted == int.class || wanted == Integer.class) {
            return widen(scalars.integer(spot));
        }
        if (wanted == long.class || wanted == Long.class) {
            return widen(scalars.longInteger(spot));
        }
        if (wanted == double.class || wanted == Double.class) {
            return widen(scalars.decimal(spot));
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return widen(scalars.bool(spot));
        }
        if (wanted == String.class) {
            return widen(scalars.text(spot));
        }
        return wanted == Path.class ? path(spot) : unsupported(wanted, spot);
    }

    private Optional<Object> unsupported(Class<?> wanted, Spot spot) {
        problems.add(
                spot.place(),
                spot.path(),
                "an experiment file can't give a " + wanted.getName()
                        + "; expected an option of another type, this is the component's mistake");
        return Optional.empty();
    }

    private Optional<Object> path(Spot spot) {
        Optional<String> text = scalars.text(spot);
        try {
            return text.map(Path::of);
        } catch (InvalidPathException e) {
            problems.add(spot.place(), spot.path(), Texts.quote(text.orElse("")) + " is no path; expected a path");
            return Optional.empty();
        }
    }

    private Optional<Object> convertGeneric(Class<?> raw, Type[] arguments, Spot spot) {
        if (raw == Optional.class) {
            return bind(arguments[0], spot).map(Optional::of);
        }
        if (raw == List.class) {
            return list(arguments[0], spot);
        }
        return raw == Map.class ? map(arguments[1], spot) : unsupported(raw, spot);
    }

    private Optional<Object> list(Type element, Spot spot) {
        if (!(spot.node() instanceof ListNode list)) {
            problems.add(
                    spot.place(),
                    spot.path(),
                    spot.node().describe() + " stands here; expected a list, in square brackets or with dashes");
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            bind(element, spot.item(i, list.items().get(i))).ifPresent(values::add);
        }
        return values.size() == list.items().size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private Optional<Object> map(Type element, Spot spot) {
        if (!(spot.node() instanceof MapNode map)) {
            problems.add(spot.place(), spot.path(), spot.node().describe() + " stands here; expected a map");
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (MapNode.Entry entry : map.entries().values()) {
            bind(element, spot.child(entry)).ifPresent(value -> values.put(entry.key(), value));
        }
        return values.size() == map.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }
}
