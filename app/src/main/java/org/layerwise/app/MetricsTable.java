package org.layerwise.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Metrics by part as a table for people: a row for each part, a column for each metric. */
final class MetricsTable {
    private final Map<String, Map<String, Double>> byPart;

    private MetricsTable(Map<String, Map<String, Double>> byPart) {
        this.byPart = byPart;
    }

    /** A table of these: {@code {"train": {"cost": 0.04, "accuracy": 1.0}}}. */
    static MetricsTable of(Map<String, Map<String, Double>> byPart) {
        return new MetricsTable(byPart);
    }

    /** The table line by line, a heading first; nothing where there are no metrics. */
    List<String> lines() {
        Set<String> metrics = new LinkedHashSet<>();
        byPart.values().forEach(values -> metrics.addAll(values.keySet()));
        if (metrics.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of("")));
        rows.get(0).addAll(metrics);
        byPart.forEach((part, values) -> {
            List<String> row = new ArrayList<>(List.of(part));
            metrics.forEach(metric -> row.add(values.containsKey(metric) ? number(values.get(metric)) : ""));
            rows.add(row);
        });
        return TextTable.lines(rows);
    }

    /** A number with every digit that it has, as in {@code metrics.csv}. */
    private static String number(Double value) {
        return value.toString();
    }
}
