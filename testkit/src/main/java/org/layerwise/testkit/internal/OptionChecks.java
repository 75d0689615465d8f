package org.layerwise.testkit.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.Alias;
import org.layerwise.core.OptionException;
import org.layerwise.testkit.Check;
import org.layerwise.testkit.Subject;

/** What is demanded of the options of every component. */
final class OptionChecks {
    private static final Set<Class<?>> SIMPLE =
            Set.of(int.class, long.class, double.class, boolean.class, String.class, Path.class);
    private static final Set<Class<?>> GENERIC = Set.of(Optional.class, List.class, Map.class);

    private OptionChecks() {}

    static <S> List<Check<S>> all() {
        return List.of(
                new Check<>("has options of types that a file can give", OptionChecks::optionTypes),
                new Check<>("has options with one name each", OptionChecks::optionNames),
                new Check<>("has one shortest constructor, of its own options", OptionChecks::shortestConstructor),
                new Check<>("keeps each option that a constructor is given", OptionChecks::keepsOptions),
                new Check<>("is made anew from its options", OptionChecks::madeAnew),
                new Check<>("does not change with a list that it was given", OptionChecks::copiesLists),
                new Check<>("refuses NaN as an option", subject -> OptionRanges.requireRefused(subject, Double.NaN)),
                new Check<>("refuses infinity as an option", subject -> {
                    OptionRanges.requireRefused(subject, Double.POSITIVE_INFINITY);
                    OptionRanges.requireRefused(subject, Double.NEGATIVE_INFINITY);
                }),
                new Check<>("says which option it refuses, what it must be and what it got", OptionRanges::messages),
                new Check<>("takes and refuses what its messages say", OptionRanges::agree));
    }

    private static void optionTypes(Subject<?> subject) {
        for (RecordComponent option : OptionValues.of(subject)) {
            Class<?> type = option.getType();
            boolean known = SIMPLE.contains(type)
                    || GENERIC.contains(type)
                    || type.isEnum()
                    || type.isRecord()
                    || type.isInterface();
            Require.that(known, () -> OptionValues.nameOf(option) + " is of " + type + ", which a file cannot give");
        }
    }

    private static void optionNames(Subject<?> subject) {
        Set<String> names = new HashSet<>();
        for (RecordComponent option : OptionValues.of(subject)) {
            String name = OptionValues.nameOf(option);
            Require.that(names.add(name), () -> "two options are called " + name);
            Alias alias = option.getAnnotation(Alias.class);
            for (String other : alias == null ? new String[0] : alias.value()) {
                Require.that(other.matches("[a-z][a-z0-9_]*"), () -> "the alias '" + other + "' is not in snake_case");
                Require.that(names.add(other), () -> "two options are called " + other);
            }
        }
    }

    private static void shortestConstructor(Subject<?> subject) {
        Constructor<?>[] constructors = subject.component().getClass().getConstructors();
        int fewest = Arrays.stream(constructors)
                .mapToInt(Constructor::getParameterCount)
                .min()
                .orElse(0);
        List<Constructor<?>> shortest = Arrays.stream(constructors)
                .filter(constructor -> constructor.getParameterCount() == fewest)
                .toList();
        Require.that(shortest.size() == 1, () -> "its defaults are not clear: shortest constructors are " + shortest);
        List<String> names = Arrays.stream(OptionValues.of(subject))
                .map(RecordComponent::getName)
                .toList();
        for (Parameter parameter : shortest.get(0).getParameters()) {
            Require.that(
                    !parameter.isNamePresent() || names.contains(parameter.getName()),
                    () -> "the parameter " + parameter.getName()
                            + " of its shortest constructor is none of the options " + names);
        }
    }

    private static void keepsOptions(Subject<?> subject) throws ReflectiveOperationException {
        Map<String, Object> values = new HashMap<>();
        Object[] all = OptionValues.values(subject);
        RecordComponent[] options = OptionValues.of(subject);
        for (int i = 0; i < all.length; i++) {
            values.put(options[i].getName(), all[i]);
        }
        for (Constructor<?> constructor : subject.component().getClass().getConstructors()) {
            Parameter[] parameters = constructor.getParameters();
            Object[] arguments = Arrays.stream(parameters)
                    .map(parameter -> argument(parameter, values).orElse(values))
                    .toArray();
            if (!Arrays.asList(arguments).contains(values)) {
                keeps(constructor, parameters, arguments);
            }
        }
    }

    private static Optional<Object> argument(Parameter parameter, Map<String, Object> values) {
        Object value = values.get(parameter.getName());
        return value instanceof Optional<?> optional && parameter.getType() != Optional.class
                ? optional.map(Object.class::cast)
                : Optional.ofNullable(value);
    }

    private static void keeps(Constructor<?> constructor, Parameter[] parameters, Object[] arguments)
            throws ReflectiveOperationException {
        try {
            Object made = constructor.newInstance(arguments);
            for (int i = 0; i < parameters.length; i++) {
                String name = parameters[i].getName();
                Object given = arguments[i];
                Object kept = made.getClass().getMethod(name).invoke(made);
                Require.that(
                        kept.equals(given) || kept.equals(Optional.of(given)),
                        () -> "was given " + given + " as " + name + " but has " + kept);
            }
        } catch (IllegalArgumentException e) {
            Require.that(
                    !(e instanceof OptionException), () -> "an accessor refuses its own option: " + e.getMessage());
        } catch (InvocationTargetException e) {
            Require.that(
                    e.getCause() instanceof OptionException,
                    () -> constructor + " fails with the options of " + Arrays.toString(arguments) + ": "
                            + e.getCause());
        }
    }

    private static void madeAnew(Subject<?> subject) throws ReflectiveOperationException {
        Object again = OptionValues.canonical(subject).newInstance(OptionValues.values(subject));
        Require.that(again.equals(subject.component()), () -> subject.component() + " comes back as " + again);
        Require.that(again.hashCode() == subject.component().hashCode(), () -> "equal components differ in hashCode");
    }

    private static void copiesLists(Subject<?> subject) throws ReflectiveOperationException {
        RecordComponent[] options = OptionValues.of(subject);
        Object[] values = OptionValues.values(subject);
        for (int i = 0; i < options.length; i++) {
            if (values[i] instanceof List<?> list && !list.isEmpty()) {
                List<Object> given = new ArrayList<>(list);
                Object[] arguments = values.clone();
                arguments[i] = given;
                Object made = OptionValues.canonical(subject).newInstance(arguments);
                given.remove(0);
                String name = OptionValues.nameOf(options[i]);
                Require.that(
                        made.equals(subject.component()),
                        () -> name + " changes with the list that was given: " + made);
                requireFixed((Collection<?>) options[i].getAccessor().invoke(made), name);
            }
        }
    }

    private static void requireFixed(Collection<?> list, String name) {
        try {
            list.remove(list.iterator().next());
        } catch (UnsupportedOperationException e) {
            return;
        }
        throw new AssertionError("the list that is given out as " + name + " may be changed");
    }
}
