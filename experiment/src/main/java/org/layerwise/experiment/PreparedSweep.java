package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.experiment.internal.run.Located;
import org.layerwise.experiment.internal.run.MetricNames;
import org.layerwise.experiment.internal.sweep.SweepPlan;
import org.layerwise.experiment.internal.sweep.Trials;
import org.layerwise.experiment.internal.yaml.Node;
import org.layerwise.experiment.internal.yaml.ScalarNode;
import org.layerwise.training.Better;
import org.layerwise.training.EarlyStopping;
import org.layerwise.training.Metric;
import org.layerwise.training.Monitors;
import org.layerwise.training.Part;

/** A file that describes many runs, checked; ready to run. */
public final class PreparedSweep {
    private final PreparedExperiment base;
    private final Located located;
    private final SweepPlan plan;
    private final List<Map<String, Node>> trials;
    private final Map<String, Better> monitors;
    private final BiFunction<Located, Map<String, Node>, PreparedExperiment> preparing;

    PreparedSweep(
            PreparedExperiment base,
            Located located,
            MetricNames names,
            BiFunction<Located, Map<String, Node>, PreparedExperiment> preparing) {
        this.base = base;
        this.located = located;
        this.plan = located.sweep().orElseThrow();
        this.trials = Trials.of(plan, base.experiment().seed());
        this.preparing = preparing;
        Set<Part> parts = new TreeSet<>();
        base.parts().forEach(part -> parts.add(Part.valueOf(part.toUpperCase(Locale.ROOT))));
        Map<String, Metric> metrics = names.of(base.experiment().training().metrics());
        this.monitors = new TreeMap<>(Monitors.available(parts, metrics));
    }

    /** The experiment file. */
    public Path file() {
        return base.file();
    }

    /** The experiment's name. */
    public String name() {
        return base.name();
    }

    /** The paths whose values differ from run to run. */
    public List<String> paths() {
        return List.copyOf((plan.grid().isEmpty() ? plan.random() : plan.grid()).keySet());
    }

    /** The values of each run by path, as they would stand in a file. */
    public List<Map<String, String>> trials() {
        return trials.stream()
                .map(trial -> {
                    Map<String, String> texts = new LinkedHashMap<>();
                    trial.forEach((path, value) -> texts.put(path, Trials.text(value)));
                    return texts;
                })
                .toList();
    }

    /** How many runs at a time. */
    public int parallel() {
        return plan.parallel();
    }

    /** The final value that ranks the runs. */
    public String monitor() {
        String byDefault = base.parts().contains("dev") ? "dev_cost" : Monitors.TRAIN_END_COST;
        return plan.monitor()
                .or(() -> base.experiment().training().earlyStopping().map(EarlyStopping::monitor))
                .filter(name -> !name.equals(Monitors.TRAIN_COST) && !name.equals(Monitors.LAST_BATCH_COST))
                .orElse(byDefault);
    }

    /** Which of two values of {@link #monitor} is the better one. */
    public Better better() {
        return monitors.getOrDefault(monitor(), Better.LOWER);
    }

    /** What will be trained, a few lines for people. */
    public String summary() {
        return base.summary() + "\nsweep: " + Texts.count(trials.size(), "run", "runs") + " over "
                + String.join(", ", paths()) + ", " + plan.parallel() + " at a time, ranked by " + monitor();
    }

    /** The components that the file could name. */
    public Registry registry() {
        return base.registry();
    }

    /**
     * Reads and checks one run, whose name is the experiment's and its number.
     *
     * @throws ExperimentException if its values do not fit together
     */
    PreparedExperiment trial(int index) {
        Map<String, Node> values = new LinkedHashMap<>(trials.get(index));
        int digits = Integer.toString(trials.size()).length();
        String name = name() + "-" + String.format(Locale.ROOT, "%0" + digits + "d", index + 1);
        values.put("name", new ScalarNode(values.values().iterator().next().at(), name, ScalarNode.Style.QUOTED));
        return preparing.apply(located, values);
    }
}
