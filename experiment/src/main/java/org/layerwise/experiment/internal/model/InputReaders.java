package org.layerwise.experiment.internal.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.readers.Csv;
import org.layerwise.experiment.DataPlan;

/** Makes, of the reader of the training data, one that reads another file of the same kind without its targets. */
public final class InputReaders {
    private static final Set<String> TARGETS = Set.of("target", "targets", "labels", "classes");

    private InputReaders() {}

    /** What reads an input for a model that was trained with these data. */
    public static DatasetReader of(DataPlan data, Path input) {
        return of(data.train().or(data::source).orElseThrow().reader(), input);
    }

    /** A table is read as one, whatever the training data came from; points that were generated have no file. */
    static DatasetReader of(DatasetReader training, Path input) {
        String name = String.valueOf(input.getFileName()).toLowerCase(Locale.ROOT);
        boolean table = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".csv.gz");
        boolean hasFile = Arrays.stream(training.getClass().getRecordComponents())
                .anyMatch(component -> component.getType() == Path.class);
        return !hasFile || (table && !(training instanceof Csv)) ? new Csv(input) : with(training, input);
    }

    private static DatasetReader with(DatasetReader training, Path input) {
        RecordComponent[] components = training.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        boolean placed = false;
        try {
            for (int i = 0; i < components.length; i++) {
                components[i].getAccessor().setAccessible(true);
                Object value = components[i].getAccessor().invoke(training);
                boolean file = components[i].getType() == Path.class && !placed;
                placed |= file;
                values[i] = file ? input : TARGETS.contains(components[i].getName()) ? absent(value) : value;
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var canonical = training.getClass().getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new DamagedModelException("the reader of the training data can't read without targets", e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the reader " + training.getClass().getName() + " can't be copied", e);
        }
    }

    private static Object absent(Object value) {
        if (value instanceof Optional<?>) {
            return Optional.empty();
        }
        return value instanceof List<?> ? List.of() : value;
    }
}
