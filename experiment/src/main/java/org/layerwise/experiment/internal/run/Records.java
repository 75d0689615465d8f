package org.layerwise.experiment.internal.run;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks through trees of records. */
final class Records {
    private Records() {}

    /** Calls the visitor with every record in the tree, the root included. */
    static void visit(Object node, Consumer<Record> visitor) {
        if (node instanceof Record tree) {
            visitor.accept(tree);
            for (RecordComponent component : tree.getClass().getRecordComponents()) {
                visit(valueOf(component, tree), visitor);
            }
        } else if (node instanceof Optional<?> optional) {
            optional.ifPresent(value -> visit(value, visitor));
        } else if (node instanceof List<?> list) {
            list.forEach(item -> visit(item, visitor));
        } else if (node instanceof Map<?, ?> map) {
            map.values().forEach(item -> visit(item, visitor));
        }
    }

    /** A copy of a record with another value of one component. */
    static <R extends Record> R with(R record, String component, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(c -> c.getName().equals(component) ? value : valueOf(c, record))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // a record's class has no subclasses
            Class<R> type = (Class<R>) record.getClass();
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(record.getClass().getName() + " can't be copied", e);
        }
    }

    static Object valueOf(RecordComponent component, Object instance) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(instance);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(
                    component.getName() + " of " + instance.getClass().getName() + " can't be read", e);
        }
    }
}
