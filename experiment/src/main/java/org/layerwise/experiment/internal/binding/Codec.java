package org.layerwise.experiment.internal.binding;

import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes a type that has a form of its own in experiment files: {@code full}, {@code 10m}.
 *
 * @param <T> the type
 */
public interface Codec<T> {
    /** The value; empty when it is wrong, which is then among the binder's problems. */
    Optional<T> read(Binder binder, Spot spot);

    /** What {@link #read} takes, as JSON Schema. */
    Map<String, Object> schema(Schemas schemas);

    /** The value as a map, a list, a text, a number or a boolean. */
    Object write(T value, Writer writer);
}
