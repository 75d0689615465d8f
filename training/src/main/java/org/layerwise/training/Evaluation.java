package org.layerwise.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cost and metrics of one part, noise off.
 *
 * @param cost {@code J = 1/m Σ L + penalty}, m being the part's examples; without weights of examples or classes
 * @param metrics by name, in the order in which they were asked for
 */
public record Evaluation(double cost, Map<String, MetricValue> metrics) {
    /** Copies the map, keeping its order. */
    public Evaluation {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** The metrics that are numbers, with {@code cost} first. */
    public Map<String, Double> scalars() {
        Map<String, Double> scalars = new LinkedHashMap<>();
        scalars.put("cost", cost);
        metrics.forEach((name, value) -> {
            if (value instanceof MetricValue.Scalar scalar) {
                scalars.put(name, scalar.value());
            }
        });
        return scalars;
    }
}
