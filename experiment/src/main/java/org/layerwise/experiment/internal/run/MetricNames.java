package org.layerwise.experiment.internal.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerwise.core.Registry;
import org.layerwise.training.Metric;

/** What metrics are called in columns: their registered name, with a number where one comes twice. */
public final class MetricNames {
    private final Registry registry;

    /** @param registry knows the names */
    public MetricNames(Registry registry) {
        this.registry = registry;
    }

    /** The metrics by name, in order. */
    public Map<String, Metric> of(List<Metric> metrics) {
        Map<String, Metric> named = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            String name = registry.nameOf(Metric.class, metric.getClass()).orElse("metric");
            String free = name;
            for (int i = 2; named.containsKey(free); i++) {
                free = name + "_" + i;
            }
            named.put(free, metric);
        }
        return named;
    }
}
