package org.layerwise.experiment.internal.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.layerwise.core.Registry;
import org.layerwise.optimizers.LearningRateSchedule;

/** Says in JSON Schema what the binder takes, from the same records. */
public final class Schemas {
    private final Registry registry;
    private final Map<Class<?>, Codec<?>> codecs;
    private final Prose prose;
    private final Map<String, Object> definitions = new TreeMap<>();

    /** What the Javadoc says. */
    public interface Prose {
        /** A sentence on a component. */
        Optional<String> of(Class<?> component);

        /** What an option of it means, by the record component's name. */
        Optional<String> of(Class<?> component, String option);
    }

    /** @param codecs the types with forms of their own */
    public Schemas(Registry registry, Map<Class<?>, Codec<?>> codecs, Prose prose) {
        this.registry = registry;
        this.codecs = codecs;
        this.prose = prose;
    }

    /** What the schemas made so far refer to, by name. */
    public Map<String, Object> definitions() {
        return definitions;
    }

    /** The schema of a value. */
    public Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> wanted = (Class<?>) type;
        Codec<?> codec = codecs.get(wanted);
        if (codec != null) {
            return codec.schema(this);
        }
        if (wanted.isInterface() && wanted != Path.class) {
            return component(wanted);
        }
        if (wanted.isRecord()) {
            return record(wanted);
        }
        return wanted.isEnum() ? Map.of("enum", Names.ofConstants(wanted)) : scalar(wanted);
    }

    /** One of several. */
    public static Map<String, Object> anyOf(Object... schemas) {
        return Map.of("anyOf", List.of(schemas));
    }

    private Map<String, Object> scalar(Class<?> wanted) {
        return switch (Scalars.nameOf(wanted)) {
            case "a whole number" -> Map.of("type", "integer");
            case "a number" -> Map.of("type", "number");
            case "true or false" -> Map.of("type", "boolean");
            // Where a text is wanted 7 and true are texts.
            default -> Map.of("type", List.of("string", "number", "boolean"));
        };
    }

    private Map<String, Object> ofGeneric(Class<?> raw, Type[] arguments) {
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        return raw == List.class
                ? Map.of("type", "array", "items", of(arguments[0]))
                : Map.of("type", "object", "additionalProperties", of(arguments[1]));
    }

    private Map<String, Object> component(Class<?> spi) {
        return component(spi, Kinds.name(spi).replace(' ', '_'), Map.of());
    }

    /**
     * A component by name or as a map.
     *
     * @param definition the name of its definition
     * @param others keys besides the component's own
     */
    public Map<String, Object> component(Class<?> spi, String definition, Map<String, Object> others) {
        Map<String, Object> reference = Map.of("$ref", "#/$defs/" + definition);
        if (definitions.containsKey(definition)) {
            return reference;
        }
        // There before it is made: a layer may hold layers.
        definitions.put(definition, Map.of());
        List<Object> forms = new ArrayList<>();
        List<String> bare = new ArrayList<>();
        registry.all(spi).forEach((name, type) -> {
            RecordShape shape = RecordShape.of(type);
            if (shape.requiredOptions().isEmpty()) {
                bare.add(name);
            }
            forms.add(map(shape, Optional.of(name), others));
        });
        if (!bare.isEmpty()) {
            forms.add(0, Map.of("enum", bare));
        }
        if (spi == LearningRateSchedule.class) {
            forms.add(0, Map.of("type", "number"));
        }
        definitions.put(definition, Map.of("anyOf", forms));
        return reference;
    }

    /** A section: a map with a record's options. */
    public Map<String, Object> record(Class<?> type) {
        return map(RecordShape.of(type), Optional.empty(), Map.of());
    }

    private Map<String, Object> map(RecordShape shape, Optional<String> type, Map<String, Object> others) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        type.ifPresent(name -> {
            properties.put("type", Map.of("const", name));
            required.add(Map.of("required", List.of("type")));
        });
        for (Option option : shape.options()) {
            Map<String, Object> value = described(shape, option);
            spellings(option).forEach(spelling -> properties.put(spelling, value));
        }
        properties.putAll(others);
        for (Option option : shape.requiredOptions()) {
            List<Map<String, Object>> any = spellings(option).stream()
                    .map(spelling -> Map.<String, Object>of("required", List.of(spelling)))
                    .toList();
            required.add(any.size() == 1 ? any.get(0) : Map.of("anyOf", any));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        prose.of(shape.type()).ifPresent(text -> schema.put("description", text));
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("allOf", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> described(RecordShape shape, Option option) {
        Map<String, Object> value = new LinkedHashMap<>();
        prose.of(shape.type(), option.accessor().getName()).ifPresent(text -> value.put("description", text));
        Map<String, Object> plain = of(option.type());
        boolean one = option.arity() == Option.Arity.ONE_OR_MORE && plain.get("items") != null;
        value.putAll(one ? anyOf(plain, element(plain)) : plain);
        return value;
    }

    private static Object element(Map<String, Object> list) {
        return Optional.ofNullable(list.get("items")).orElseThrow();
    }

    /** Its name first, aliases, and each with underscores before digits. */
    private static Set<String> spellings(Option option) {
        Set<String> spellings = new LinkedHashSet<>(List.of(option.name()));
        for (String key : option.keys()) {
            spellings.add(key);
            spellings.add(key.replaceAll("(?<=[a-z])(?=[0-9])", "_"));
        }
        return spellings;
    }
}
