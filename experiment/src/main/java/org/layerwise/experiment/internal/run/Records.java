package org.layerwise.experiment.internal.run;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.layerwise.core.RecordCopy;

/** Walks through trees of records. */
final class Records {
    private Records() {}

    /** Calls the visitor with every record in the tree, the root included. */
    static void visit(Object node, Consumer<Record> visitor) {
        if (node instanceof Record tree) {
            visitor.accept(tree);
            for (RecordComponent component : tree.getClass().getRecordComponents()) {
                visit(RecordCopy.valueOf(component, tree), visitor);
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
        return RecordCopy.of(record, (option, old) -> option.getName().equals(component) ? value : old);
    }
}
