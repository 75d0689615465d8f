package org.layerwise.testkit.internal;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.layerwise.testkit.Check;
import org.layerwise.testkit.Subject;

/** Looks for static fields through which one use of a component could influence another. */
final class StaticState {
    private StaticState() {}

    /** Fails if a static field of the component's class, or of one within it, may change, or does when it is used. */
    static <S> void requireNone(Subject<S> subject, Check<S> use) throws Exception {
        Map<String, String> before = contents(subject);
        try {
            use.verify(subject);
        } catch (AssertionError e) {
            // What the component does wrong there is found by that check itself.
            Require.that(e.getMessage() != null, () -> "fails without a reason in: " + use.name());
        }
        contents(subject)
                .forEach((field, now) -> Require.that(
                        now.equals(before.get(field)), () -> "the static field " + field + " changes when it is used"));
    }

    private static Map<String, String> contents(Subject<?> subject) {
        Map<String, String> contents = new LinkedHashMap<>();
        Class<?> host = subject.component().getClass();
        Stream.concat(Stream.of(host), Arrays.stream(host.getDeclaredClasses()))
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .forEach(field -> contents.put(field.getName(), content(field)));
        return contents;
    }

    private static String content(Field field) {
        Require.that(
                Modifier.isFinal(field.getModifiers()), () -> "the static field " + field.getName() + " may change");
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            Require.that(
                    !mayChange(value), () -> "the static field " + field.getName() + " may change: " + field.getType());
            return value != null && value.getClass().isArray() ? text(value) : "constant";
        } catch (InaccessibleObjectException e) {
            return "out of sight, in a module that is not open";
        } catch (IllegalAccessException e) {
            throw new LinkageError("the static field " + field.getName() + " can't be read", e);
        }
    }

    private static boolean mayChange(Object value) {
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            String type = value.getClass().getName();
            return !type.startsWith("java.util.ImmutableCollections")
                    && !type.startsWith("java.util.Collections$Unmodifiable")
                    && !type.startsWith("java.util.Collections$Empty")
                    && !type.startsWith("java.util.Collections$Singleton");
        }
        return value instanceof Random
                || value instanceof ThreadLocal<?>
                || value instanceof StringBuilder
                || (value != null && value.getClass().getName().startsWith("java.util.concurrent."));
    }

    private static String text(Object array) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Array.getLength(array); i++) {
            Object entry = Array.get(array, i);
            text.append(entry != null && entry.getClass().isArray() ? text(entry) : String.valueOf(entry))
                    .append(' ');
        }
        return text.toString();
    }
}
