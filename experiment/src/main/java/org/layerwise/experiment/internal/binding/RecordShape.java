package org.layerwise.experiment.internal.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.layerwise.core.Alias;
import org.layerwise.core.OneOrMore;

/**
 * The options of a record, and how to make one.
 *
 * <p>The shortest public constructor says which options are required; all others come from the instance that it makes.
 */
final class RecordShape {
    private final Class<?> type;
    private final List<Option> options;
    private final Constructor<?> canonical;
    private final Constructor<?> shortest;
    /** For each parameter of the shortest constructor, the index of its option. */
    private final int[] required;

    private RecordShape(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.options = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            options.add(option(components[i], i));
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.canonical = accessible(type.getDeclaredConstructor(types));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the record " + type.getName() + " has no canonical constructor", e);
        }
        this.shortest = shortest();
        this.required = match(shortest).orElseThrow();
    }

    static RecordShape of(Class<?> type) {
        return new RecordShape(type);
    }

    private static Option option(RecordComponent component, int index) {
        String name = Names.snake(component.getName());
        Set<String> keys = new LinkedHashSet<>();
        keys.add(Names.key(name));
        Alias alias = component.getAnnotation(Alias.class);
        if (alias != null) {
            Arrays.stream(alias.value()).map(Names::key).forEach(keys::add);
        }
        component.getAccessor().setAccessible(true);
        Option.Arity arity =
                component.isAnnotationPresent(OneOrMore.class) ? Option.Arity.ONE_OR_MORE : Option.Arity.AS_TYPED;
        return new Option(name, keys, component.getGenericType(), component.getAccessor(), arity, index);
    }

    private static Constructor<?> accessible(Constructor<?> constructor) {
        constructor.setAccessible(true);
        return constructor;
    }

    private Constructor<?> shortest() {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(c -> Modifier.isPublic(c.getModifiers()))
                .filter(c -> match(c).isPresent())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .map(RecordShape::accessible)
                .orElse(canonical);
    }

    /** Which option each parameter is: by name, or in order by type where the names were not compiled in. */
    private Optional<int[]> match(Constructor<?> constructor) {
        Parameter[] parameters = constructor.getParameters();
        int[] indices = new int[parameters.length];
        int next = 0;
        for (int i = 0; i < parameters.length; i++) {
            int found = find(parameters[i], next);
            if (found < 0) {
                return Optional.empty();
            }
            indices[i] = found;
            next = found + 1;
        }
        return Optional.of(indices);
    }

    private int find(Parameter parameter, int from) {
        String name = Names.snake(parameter.getName());
        for (Option option : options) {
            boolean sameType = option.accessor().getReturnType() == parameter.getType();
            boolean fits = parameter.isNamePresent() ? option.name().equals(name) : option.index() >= from;
            if (sameType && fits) {
                return option.index();
            }
        }
        return -1;
    }

    Class<?> type() {
        return type;
    }

    List<Option> options() {
        return options;
    }

    List<Option> requiredOptions() {
        return Arrays.stream(required).mapToObj(options::get).toList();
    }

    Optional<Option> find(String key) {
        return options.stream().filter(option -> option.isCalled(key)).findFirst();
    }

    List<String> names() {
        return options.stream().map(Option::name).toList();
    }

    /**
     * Makes a record.
     *
     * @param values by option index; null where the default is wanted
     * @throws RuntimeException what the constructor throws
     */
    Object create(@Nullable Object[] values) {
        Object[] arguments = new Object[required.length];
        for (int i = 0; i < required.length; i++) {
            arguments[i] = values[required[i]];
        }
        Object defaults = invoke(shortest, arguments);
        Object[] all = new Object[options.size()];
        boolean changed = false;
        for (Option option : options) {
            Object given = values[option.index()];
            all[option.index()] = given == null ? valueOf(option, defaults) : given;
            changed |= given != null;
        }
        return changed ? invoke(canonical, all) : defaults;
    }

    Object valueOf(Option option, Object instance) {
        try {
            return option.accessor().invoke(instance);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(option.name() + " of " + type.getName() + " can't be read", e);
        }
    }

    private static Object invoke(Constructor<?> constructor, Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(constructor.getDeclaringClass().getName() + " can't be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor.getDeclaringClass().getName() + " can't be made", e);
        }
    }
}
