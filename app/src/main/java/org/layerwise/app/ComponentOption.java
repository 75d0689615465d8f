package org.layerwise.app;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.layerwise.core.Alias;
import org.layerwise.core.RecordCopy;
import org.layerwise.core.Registry;

/**
 * One option of a component, read from its record.
 *
 * @param name as an experiment file writes it
 * @param component the record component's own name, under which the Javadoc describes it
 * @param type what may stand there
 * @param range what the component demands of a number, {@code in [0, 1)}; empty where it takes any
 * @param defaultValue what holds without it; empty where the option is required or its default cannot be known without it
 * @param defaultData the same as numbers, texts, lists and maps, for programs
 * @param required whether a file must give it
 * @param aliases other names that are understood
 */
record ComponentOption(
        String name,
        String component,
        String type,
        Optional<String> range,
        Optional<String> defaultValue,
        Optional<Object> defaultData,
        boolean required,
        List<String> aliases) {

    /** The options of this record, in the order of its components; the registry names those that are components. */
    static List<ComponentOption> of(Class<?> record, Registry registry) {
        OptionProbe probe = new OptionProbe(record, registry);
        List<ComponentOption> options = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            options.add(of(component, probe, registry));
        }
        return options;
    }

    private static ComponentOption of(RecordComponent component, OptionProbe probe, Registry registry) {
        Alias alias = component.getAnnotation(Alias.class);
        return new ComponentOption(
                snakeCase(component.getName()),
                component.getName(),
                typeName(component.getGenericType()),
                probe.rangeOf(component),
                probe.defaultOf(component).map(value -> shown(value, registry)),
                probe.defaultOf(component).flatMap(value -> data(value, registry)),
                probe.required().contains(component.getName()),
                alias == null ? List.of() : List.of(alias.value()));
    }

    static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** A value as a file would say it. */
    static String shown(Object value, Registry registry) {
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> shown(inner, registry)).orElse("none");
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> item instanceof String text ? "'" + text + "'" : shown(item, registry))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Record record) {
            List<String> parts = Arrays.stream(record.getClass().getRecordComponents())
                    .map(component -> snakeCase(component.getName()) + ": "
                            + shown(RecordCopy.valueOf(component, record), registry))
                    .toList();
            String type = nameOf(record.getClass(), registry);
            return parts.isEmpty() ? type : "{type: " + type + ", " + String.join(", ", parts) + "}";
        }
        return String.valueOf(value);
    }

    /** A value as JSON would hold it; nothing for an option that is left open. */
    private static Optional<Object> data(Object value, Registry registry) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(inner -> data(inner, registry));
        }
        if (value instanceof List<?> list) {
            return Optional.of(
                    list.stream().flatMap(item -> data(item, registry).stream()).toList());
        }
        if (value instanceof Record record) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("type", nameOf(record.getClass(), registry));
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                data(RecordCopy.valueOf(component, record), registry)
                        .ifPresent(item -> map.put(snakeCase(component.getName()), item));
            }
            return Optional.of(map);
        }
        return Optional.of(value instanceof Number || value instanceof Boolean ? value : shown(value, registry));
    }

    private static String nameOf(Class<?> component, Registry registry) {
        return registry.kinds().stream()
                .filter(spi -> spi.isAssignableFrom(component))
                .flatMap(spi -> nameOf(spi, component, registry).stream())
                .findFirst()
                .orElse(snakeCase(component.getSimpleName()));
    }

    private static <S> Optional<String> nameOf(Class<S> spi, Class<?> component, Registry registry) {
        return registry.nameOf(spi, component.asSubclass(spi));
    }

    private static String typeName(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Optional.class) {
                return typeName(last);
            }
            return Map.class.isAssignableFrom(raw) ? "map of " + typeName(last) : "list of " + typeName(last);
        }
        return type instanceof Class<?> plain ? plainName(plain) : type.getTypeName();
    }

    private static String plainName(Class<?> type) {
        if (type == int.class || type == long.class) {
            return "integer";
        }
        if (type == double.class) {
            return "number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" | "));
        }
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "Path" -> "file";
            case "LearningRateSchedule" -> "number or schedule";
            default -> type.isInterface() ? Kind.of(type).singular() : snakeCase(type.getSimpleName());
        };
    }
}
