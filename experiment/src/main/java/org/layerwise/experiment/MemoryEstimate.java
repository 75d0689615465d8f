package org.layerwise.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The heap that a run needs at its peak, in bytes; an estimate, made before the first epoch from sizes alone.
 *
 * @param parts by what takes it, in this order: {@code program}, {@code data}, {@code parameters} with their gradients,
 *     {@code optimizer}, {@code copies} of parameters, {@code batches}, {@code measuring}; {@code floats} where
 *     products are in single precision; and {@code collector}, what the garbage collector wants to work in
 */
public record MemoryEstimate(Map<String, Long> parts) {
    private static final double MEGABYTE = 1 << 20;

    public MemoryEstimate {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** All together. */
    public long bytes() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In megabytes, for people: {@code about 98 MB of memory (program 12, data 57, parameters 8, …)}. */
    public String describe() {
        String largest = parts.entrySet().stream()
                .filter(part -> part.getValue() >= MEGABYTE / 2)
                .map(part -> part.getKey() + " " + megabytes(part.getValue()))
                .collect(Collectors.joining(", "));
        return "about " + megabytes(bytes()) + " MB of memory (" + largest + ")";
    }

    private static long megabytes(long bytes) {
        return Math.round(bytes / MEGABYTE);
    }
}
