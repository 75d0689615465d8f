package org.layerwise.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerwise.core.OptionException;
import org.layerwise.core.RecordCopy;
import org.layerwise.core.Registry;

/**
 * Finds out from a component itself what its options are when nobody gives them, and what it refuses: it is made with
 * samples for what is required, and with numbers that hardly any option takes.
 */
final class OptionProbe {
    private static final Pattern REFUSAL = Pattern.compile("(?s)\\S+ must be (.*), got .*");
    private static final Map<Class<?>, List<Object>> SAMPLES = Map.of(
            double.class, List.of(0.5, 1.0, 0.0, 2.0),
            int.class, List.of(1, 2, 10),
            long.class, List.of(1L, 2L, 10L),
            boolean.class, List.of(true, false),
            String.class, List.of("sample"),
            Path.class, List.of(Path.of("sample")),
            List.class, List.of(List.of(), List.of("sample"), List.of(1L), List.of(0.5)),
            Map.class, List.of(Map.of()),
            Optional.class, List.of(Optional.empty()));
    private static final Map<Class<?>, List<Object>> REFUSED = Map.of(
            double.class,
            List.of(Double.NaN, -1.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1e300),
            int.class,
            List.of(-1, 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
            long.class,
            List.of(-1L, 0L, Long.MIN_VALUE, Long.MAX_VALUE));

    private final Registry registry;
    private final boolean within;
    private final Constructor<?> shortest;
    private final Optional<Object> sample;

    OptionProbe(Class<?> type, Registry registry) {
        this(type, registry, false);
    }

    /** @param within whether this is a sample for an option of another component: it takes no components itself */
    private OptionProbe(Class<?> type, Registry registry, boolean within) {
        this.within = within;
        this.registry = registry;
        this.shortest = Arrays.stream(type.getConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new IllegalArgumentException(type + " has no public constructor"));
        this.sample = make(new ArrayList<>());
    }

    /** The names of the options that a file must give. */
    List<String> required() {
        return Arrays.stream(shortest.getParameters()).map(Parameter::getName).toList();
    }

    /** A component that was made with samples for what is required. */
    Optional<Object> sample() {
        return sample;
    }

    /** What an option is without being given; empty where it is required, or where no sample could be made. */
    Optional<Object> defaultOf(RecordComponent component) {
        return required().contains(component.getName())
                ? Optional.empty()
                : sample.map(made -> RecordCopy.valueOf(component, made));
    }

    /** What the component says that an option must be, when it refuses a number: {@code in [0, 1)}. */
    Optional<String> rangeOf(RecordComponent component) {
        return REFUSED.getOrDefault(component.getType(), List.of()).stream()
                .flatMap(bad -> refusal(component, bad).stream())
                .filter(range -> !range.equals("a finite number"))
                .findFirst();
    }

    private Optional<String> refusal(RecordComponent component, Object bad) {
        try {
            sample.ifPresent(made ->
                    RecordCopy.of(made, (option, value) -> option.getName().equals(component.getName()) ? bad : value));
            return Optional.empty();
        } catch (OptionException refused) {
            return refused.option().equals(ComponentOption.snakeCase(component.getName()))
                    ? range(String.valueOf(refused.getMessage()))
                    : Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Optional<String> range(String message) {
        Matcher refusal = REFUSAL.matcher(message);
        return refusal.matches() ? Optional.of(refusal.group(1)) : Optional.empty();
    }

    /** Tries samples for the required options, one after the other, until the component takes them. */
    private Optional<Object> make(List<Object> arguments) {
        Class<?>[] types = shortest.getParameterTypes();
        if (arguments.size() == types.length) {
            try {
                return Optional.of(shortest.newInstance(arguments.toArray()));
            } catch (ReflectiveOperationException e) {
                return Optional.empty();
            }
        }
        for (Object candidate :
                samplesOf(types[arguments.size()], shortest.getGenericParameterTypes()[arguments.size()])) {
            List<Object> longer = new ArrayList<>(arguments);
            longer.add(candidate);
            Optional<Object> made = make(longer);
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    private List<Object> samplesOf(Class<?> wanted, Type whole) {
        Optional<Class<?>> element = componentsIn(whole);
        if (element.isPresent()) {
            return within
                    ? List.of()
                    : someComponent(element.get()).stream()
                            .map(one -> (Object) List.of(one))
                            .toList();
        }
        if (wanted.isEnum()) {
            return List.of(wanted.getEnumConstants());
        }
        if (wanted.isInterface() && !SAMPLES.containsKey(wanted)) {
            return within ? List.of() : someComponent(wanted);
        }
        return SAMPLES.getOrDefault(wanted, List.of());
    }

    /** The kind of component that a list takes, if it takes components. */
    private static Optional<Class<?>> componentsIn(Type type) {
        return type instanceof ParameterizedType list
                        && list.getRawType() == List.class
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                        && element.isInterface()
                        && !SAMPLES.containsKey(element)
                ? Optional.of(element)
                : Optional.empty();
    }

    private List<Object> someComponent(Class<?> kind) {
        return registry.all(kind).values().stream()
                .flatMap(component -> new OptionProbe(component, registry, true).sample.stream())
                .limit(1)
                .toList();
    }
}
