package org.layerwise.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.DatasetReader;

/** Copies of readers with some options changed. */
final class RecordCopy {
    private RecordCopy() {}

    /**
     * The same reader with other values.
     *
     * @param name as experiment files name it
     * @param values by the option's name
     * @throws InputException if the reader has no such option, or refuses a value
     */
    static DatasetReader with(String name, DatasetReader reader, Map<String, Object> values) {
        RecordComponent[] options = reader.getClass().getRecordComponents();
        for (String key : values.keySet()) {
            if (Arrays.stream(options).noneMatch(option -> option.getName().equals(key))) {
                throw new InputException(name + " takes no option " + key);
            }
        }
        try {
            Object[] all = new Object[options.length];
            Class<?>[] types = new Class<?>[options.length];
            for (int i = 0; i < options.length; i++) {
                Object old = options[i].getAccessor().invoke(reader);
                all[i] = values.getOrDefault(options[i].getName(), old);
                types[i] = options[i].getType();
            }
            Constructor<? extends DatasetReader> canonical = reader.getClass().getDeclaredConstructor(types);
            return canonical.newInstance(all);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof OptionException option) {
                throw new InputException("--" + option.getMessage());
            }
            throw new LinkageError("the reader " + reader.getClass().getName() + " can't be copied", e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the reader " + reader.getClass().getName() + " can't be copied", e);
        }
    }
}
