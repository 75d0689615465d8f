package org.layerwise.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.layerwise.network.Workspace;

/** What is measured after an epoch: all columns where it is logged, else what is watched; and everything at the end. */
final class Measurements {
    private final Map<Part, Examples> parts;
    private final Map<Part, Evaluator> logged = new EnumMap<>(Part.class);
    private final Map<Part, Evaluator> watched = new EnumMap<>(Part.class);
    private final Evaluator everything;
    private final Optional<Health> health;
    private final Supplier<Optional<Workspace>> filled;

    /**
     * @param watchedNames what early stopping and targets look at in every epoch
     * @param evaluator makes an evaluator of these metrics
     * @param health looks at the training examples of a logged epoch
     * @param filled a workspace that holds the training part, where there is one
     */
    Measurements(
            Map<Part, Examples> parts,
            Map<String, Metric> metrics,
            Set<String> watchedNames,
            Function<Map<String, Metric>, Evaluator> evaluator,
            Optional<Health> health,
            Supplier<Optional<Workspace>> filled) {
        this.health = health;
        this.filled = filled;
        this.parts = parts;
        this.everything = evaluator.apply(metrics);
        Map<String, Metric> scalars = select(metrics, (name, metric) -> metric.better() != Better.NEITHER);
        for (Part part : parts.keySet()) {
            Map<String, Metric> needed =
                    select(scalars, (name, metric) -> watchedNames.contains(Monitors.nameOf(part, name)));
            boolean watches = !needed.isEmpty() || watchedNames.contains(Monitors.nameOf(part, "cost"));
            if (watches) {
                watched.put(part, evaluator.apply(needed));
            }
            boolean always = part == Part.DEV || part == Part.TRAIN;
            if (always || watches) {
                logged.put(part, evaluator.apply(scalars));
            }
        }
    }

    /** The names of all that is measured after a logged epoch, in order. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        logged.forEach((part, evaluator) -> {
            columns.add(Monitors.nameOf(part, "cost"));
            evaluator.metrics().keySet().forEach(name -> columns.add(Monitors.nameOf(part, name)));
        });
        return columns;
    }

    Map<String, Double> afterLoggedEpoch() {
        health.ifPresent(Health::beginMeasuring);
        return measure(logged, health);
    }

    Map<String, Double> afterOtherEpoch() {
        return measure(watched, Optional.empty());
    }

    /**
     * Every metric of every part.
     *
     * @param trainMeasured is called once the workspace that holds the training part is needed no longer
     */
    Map<Part, Evaluation> atTheEnd(Runnable trainMeasured) {
        Map<Part, Evaluation> evaluations = new EnumMap<>(Part.class);
        atTheEnd(Part.TRAIN, evaluations);
        trainMeasured.run();
        atTheEnd(Part.DEV, evaluations);
        atTheEnd(Part.TEST, evaluations);
        return evaluations;
    }

    private void atTheEnd(Part part, Map<Part, Evaluation> evaluations) {
        if (parts.containsKey(part)) {
            evaluations.put(part, everything.evaluate(part(part), filled(part), workspace -> {}));
        }
    }

    private Map<String, Double> measure(Map<Part, Evaluator> evaluators, Optional<Health> observer) {
        if (evaluators.isEmpty()) {
            return Map.of();
        }
        Map<String, Double> values = new LinkedHashMap<>();
        evaluators.forEach((part, evaluator) -> {
            Evaluation evaluation = evaluator.evaluate(
                    part(part),
                    filled(part),
                    workspace -> observer.filter(o -> part == Part.TRAIN).ifPresent(o -> o.measured(workspace)));
            evaluation.scalars().forEach((name, value) -> values.put(Monitors.nameOf(part, name), value));
        });
        return values;
    }

    private Optional<Workspace> filled(Part part) {
        return part == Part.TRAIN ? filled.get() : Optional.empty();
    }

    private Examples part(Part part) {
        Examples examples = parts.get(part);
        if (examples == null) {
            throw new IllegalArgumentException("there is no part " + part.label());
        }
        return examples;
    }

    private static Map<String, Metric> select(Map<String, Metric> metrics, BiPredicate<String, Metric> wanted) {
        Map<String, Metric> selected = new LinkedHashMap<>();
        metrics.forEach((name, metric) -> {
            if (wanted.test(name, metric)) {
                selected.put(name, metric);
            }
        });
        return selected;
    }
}
