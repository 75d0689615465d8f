package org.layerwise.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.Alias;
import org.layerwise.core.OptionException;
import org.layerwise.core.Registry;
import org.layerwise.testkit.Check;
import org.layerwise.testkit.Subject;

/** What is demanded of every component, whatever its kind. */
public final class ComponentChecks {
    private static final Set<Class<?>> SIMPLE =
            Set.of(int.class, long.class, double.class, boolean.class, String.class, Path.class);
    private static final Set<Class<?>> GENERIC = Set.of(Optional.class, List.class, Map.class);

    private ComponentChecks() {}

    /** All of them. */
    public static <S> List<Check<S>> all() {
        return List.of(
                new Check<>("is found by its name", ComponentChecks::isFound),
                new Check<>("is a public record", ComponentChecks::isPublicRecord),
                new Check<>("has options of types that a file can give", ComponentChecks::optionTypes),
                new Check<>("has options with one name each", ComponentChecks::optionNames),
                new Check<>("has one shortest constructor, of its own options", ComponentChecks::shortestConstructor),
                new Check<>("is made anew from its options", ComponentChecks::madeAnew),
                new Check<>("refuses NaN as an option", subject -> refuses(subject, Double.NaN)),
                new Check<>("refuses infinity as an option", subject -> {
                    refuses(subject, Double.POSITIVE_INFINITY);
                    refuses(subject, Double.NEGATIVE_INFINITY);
                }),
                new Check<>("has no static state that changes", ComponentChecks::noStaticState),
                new Check<>("documents itself and each option", ComponentChecks::documented));
    }

    private static void isFound(Subject<?> subject) {
        Optional<? extends Class<?>> found = Registry.load().find(subject.spi(), subject.name());
        Require.that(
                found.isPresent(), () -> "no plugin registers '" + subject.name() + "'; is it in META-INF/services?");
        Require.that(
                found.filter(type -> type == subject.component().getClass()).isPresent(),
                () -> "'" + subject.name() + "' is registered as " + found + ", not as "
                        + subject.component().getClass());
    }

    private static void isPublicRecord(Subject<?> subject) {
        Class<?> type = subject.component().getClass();
        Require.that(type.isRecord(), () -> type + " is no record");
        Require.that(Modifier.isPublic(type.getModifiers()), () -> type + " is not public");
        Require.that(type.getConstructors().length > 0, () -> type + " has no public constructor");
    }

    private static void optionTypes(Subject<?> subject) {
        for (RecordComponent option : options(subject)) {
            Class<?> type = option.getType();
            boolean known = SIMPLE.contains(type)
                    || GENERIC.contains(type)
                    || type.isEnum()
                    || type.isRecord()
                    || type.isInterface();
            Require.that(known, () -> nameOf(option) + " is of " + type + ", which a file cannot give");
        }
    }

    private static void optionNames(Subject<?> subject) {
        Set<String> names = new HashSet<>();
        for (RecordComponent option : options(subject)) {
            Require.that(names.add(nameOf(option)), () -> "two options are called " + nameOf(option));
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
        List<String> names =
                Arrays.stream(options(subject)).map(RecordComponent::getName).toList();
        for (var parameter : shortest.get(0).getParameters()) {
            Require.that(
                    !parameter.isNamePresent() || names.contains(parameter.getName()),
                    () -> "the parameter " + parameter.getName()
                            + " of its shortest constructor is none of the options " + names);
        }
    }

    private static void madeAnew(Subject<?> subject) throws Exception {
        Object again = canonical(subject).newInstance(values(subject));
        Require.that(again.equals(subject.component()), () -> subject.component() + " comes back as " + again);
        Require.that(again.hashCode() == subject.component().hashCode(), () -> "equal components differ in hashCode");
    }

    private static void refuses(Subject<?> subject, double bad) throws Exception {
        RecordComponent[] options = options(subject);
        for (int i = 0; i < options.length; i++) {
            if (options[i].getType() == double.class) {
                Object[] values = values(subject);
                values[i] = bad;
                refuses(canonical(subject), values, nameOf(options[i]), bad);
            }
        }
    }

    private static void refuses(Constructor<?> constructor, Object[] values, String option, double bad)
            throws ReflectiveOperationException {
        try {
            Object made = constructor.newInstance(values);
            Require.that(false, () -> "accepts " + bad + " as " + option + ": " + made);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            String message = String.valueOf(cause.getMessage());
            Require.that(
                    cause instanceof OptionException,
                    () -> bad + " as " + option + " should be refused with an OptionException, not with "
                            + e.getCause());
            Require.that(
                    message.contains("must be") && message.contains(", got "),
                    () -> "the message '" + message + "' should say what the option must be, and what it got");
        }
    }

    private static void noStaticState(Subject<?> subject) {
        for (Field field : subject.component().getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                Class<?> type = field.getType();
                boolean constant = Modifier.isFinal(field.getModifiers())
                        && (type.isPrimitive()
                                || type == String.class
                                || type.isEnum()
                                || type.isRecord()
                                || Modifier.isPrivate(field.getModifiers()));
                Require.that(constant, () -> "the static field " + field.getName() + " may change");
            }
        }
    }

    private static void documented(Subject<?> subject) throws IOException {
        Class<?> type = subject.component().getClass();
        String resource = "/META-INF/layerwise/javadoc/" + type.getName() + ".txt";
        try (InputStream in = type.getResourceAsStream(resource)) {
            Require.assume(in != null, "compiled without the processor layerwise-descriptions: no " + resource);
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Require.that(!text.isBlank(), () -> "its Javadoc is empty");
            for (RecordComponent option : options(subject)) {
                String tag = "@param " + option.getName() + " ";
                Require.that(text.contains(tag), () -> "its Javadoc lacks " + tag);
            }
        }
    }

    private static RecordComponent[] options(Subject<?> subject) {
        RecordComponent[] options = subject.component().getClass().getRecordComponents();
        return options == null ? new RecordComponent[0] : options;
    }

    private static Constructor<?> canonical(Subject<?> subject) throws NoSuchMethodException {
        Class<?>[] types =
                Arrays.stream(options(subject)).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return subject.component().getClass().getConstructor(types);
    }

    private static Object[] values(Subject<?> subject) throws ReflectiveOperationException {
        RecordComponent[] options = options(subject);
        Object[] values = new Object[options.length];
        for (int i = 0; i < options.length; i++) {
            values[i] = options[i].getAccessor().invoke(subject.component());
        }
        return values;
    }

    private static String nameOf(RecordComponent option) {
        return option.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
