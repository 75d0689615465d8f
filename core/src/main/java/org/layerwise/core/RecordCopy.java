package org.layerwise.core;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/** Copies components with some of their options changed: components are records, and an option is a record component. */
public final class RecordCopy {
    private RecordCopy() {}

    /** What becomes of each option of a component. */
    @FunctionalInterface
    public interface Change {
        /** The value in the copy; where nothing changes, the value that is given. */
        Object apply(RecordComponent option, Object value);
    }

    /**
     * The same component with other options.
     *
     * @param component a record, of a class that need not be public
     * @throws RuntimeException what the constructor throws at a value that it refuses, such as {@link OptionException}
     * @throws IllegalArgumentException if the component is no record
     */
    public static <C> C of(C component, Change change) {
        @SuppressWarnings("unchecked") // a record's class has no subclasses
        Class<C> type = (Class<C>) component.getClass();
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record; expected one");
        }
        RecordComponent[] options = type.getRecordComponents();
        Object[] values = new Object[options.length];
        Class<?>[] types = new Class<?>[options.length];
        for (int i = 0; i < options.length; i++) {
            values[i] = change.apply(options[i], valueOf(options[i], component));
            types[i] = options[i].getType();
        }
        try {
            Constructor<C> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new LinkageError(type.getName() + " can't be copied", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName() + " can't be copied", e);
        }
    }

    /** The value of an option of a component. */
    public static Object valueOf(RecordComponent option, Object component) {
        try {
            option.getAccessor().setAccessible(true);
            return option.getAccessor().invoke(component);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(
                    option.getName() + " of " + component.getClass().getName() + " can't be read", e);
        }
    }
}
