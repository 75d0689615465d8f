package org.layerwise.experiment.internal.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.experiment.internal.yaml.ListNode;
import org.layerwise.experiment.internal.yaml.MapNode;
import org.layerwise.experiment.internal.yaml.Node;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** The values of each run of a sweep, by path; fixed before the first run. */
public final class Trials {
    /** More runs than anybody has patience for. */
    public static final int MOST = 10_000;

    private Trials() {}

    /** How many runs a plan makes; beyond {@link #MOST} only that it is more. */
    public static long count(SweepPlan plan) {
        if (plan.grid().isEmpty()) {
            return plan.trials().orElse(0);
        }
        long count = 1;
        for (Choice.OneOf values : plan.grid().values()) {
            count = Math.min(count * values.values().size(), MOST + 1L);
        }
        return count;
    }

    /** The values of each run. */
    public static List<Map<String, Node>> of(SweepPlan plan, long experimentSeed) {
        return plan.grid().isEmpty() ? drawn(plan, plan.seed().orElse(experimentSeed)) : combined(plan);
    }

    private static List<Map<String, Node>> combined(SweepPlan plan) {
        List<Map<String, Node>> trials = new ArrayList<>(List.of(Map.of()));
        for (Map.Entry<String, Choice.OneOf> path : plan.grid().entrySet()) {
            List<Map<String, Node>> longer = new ArrayList<>();
            for (Map<String, Node> trial : trials) {
                for (Node value : path.getValue().values()) {
                    Map<String, Node> with = new LinkedHashMap<>(trial);
                    with.put(path.getKey(), value);
                    longer.add(with);
                }
            }
            trials = longer;
        }
        return trials;
    }

    private static List<Map<String, Node>> drawn(SweepPlan plan, long seed) {
        RandomSource random = new Splittable().seeded(seed);
        List<Map<String, Node>> trials = new ArrayList<>();
        for (int i = 0; i < plan.trials().orElse(0); i++) {
            Map<String, Node> trial = new LinkedHashMap<>();
            plan.random().forEach((path, choice) -> trial.put(path, choice.draw(random)));
            trials.add(trial);
        }
        return trials;
    }

    /** A value as it would stand in a file. */
    public static String text(Node node) {
        if (node instanceof MapNode map) {
            return map.entries().values().stream()
                    .map(entry -> entry.key() + ": " + text(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof ListNode list) {
            return list.items().stream().map(Trials::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return node instanceof ScalarNode scalar ? scalar.text() : "";
    }
}
