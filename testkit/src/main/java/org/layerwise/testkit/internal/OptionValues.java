package org.layerwise.testkit.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.layerwise.testkit.Subject;

/** The options of a component and their values. */
final class OptionValues {
    private OptionValues() {}

    /** The options: the components of its record. */
    static RecordComponent[] of(Subject<?> subject) {
        RecordComponent[] options = subject.component().getClass().getRecordComponents();
        return options == null ? new RecordComponent[0] : options;
    }

    /** {@code learning_rate} for learningRate. */
    static String nameOf(RecordComponent option) {
        return option.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The constructor that takes every option. */
    static Constructor<?> canonical(Subject<?> subject) throws NoSuchMethodException {
        Class<?>[] types =
                Arrays.stream(of(subject)).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return subject.component().getClass().getConstructor(types);
    }

    /** The value of every option, in order. */
    static Object[] values(Subject<?> subject) throws ReflectiveOperationException {
        RecordComponent[] options = of(subject);
        Object[] values = new Object[options.length];
        for (int i = 0; i < options.length; i++) {
            values[i] = options[i].getAccessor().invoke(subject.component());
        }
        return values;
    }

    /** The component as its constructor without arguments makes it; empty where there is none. */
    static Optional<Object> withDefaults(Subject<?> subject) {
        try {
            return Optional.of(subject.component().getClass().getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** A number or truth value as text; empty where the option holds something else. */
    static Optional<String> plain(Object component, String option) {
        try {
            Object value = component.getClass().getMethod(option).invoke(component);
            Object inner = value instanceof Optional<?> optional
                    ? optional.map(Object.class::cast).orElse("")
                    : value;
            return inner instanceof Number || inner instanceof Boolean
                    ? Optional.of(String.valueOf(inner))
                    : Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** Whether two texts are one truth value or one number. */
    static boolean agree(String said, String has) {
        boolean truth = said.equals("true") || said.equals("false");
        if (truth || has.equals("true") || has.equals("false")) {
            return said.equals(has);
        }
        return Double.parseDouble(said) == Double.parseDouble(has);
    }
}
