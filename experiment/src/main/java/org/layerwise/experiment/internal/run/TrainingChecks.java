package org.layerwise.experiment.internal.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.Splittable;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.network.Loss;
import org.layerwise.network.TargetKind;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.training.ClassWeights;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricException;
import org.layerwise.training.Monitors;
import org.layerwise.training.Part;
import org.layerwise.training.Task;

/** Holds metrics, monitors, class weights and seeds against the task and the generator. */
public final class TrainingChecks {
    /** The names under which a schedule stands in an optimizer or in another schedule. */
    private static final List<String> RATES =
            List.of("learning_rate", "lr", "schedule", "then", "initial_learning_rate");

    private final Located located;
    private final Optional<Preparation> data;
    private final MetricNames names;

    /** @param names what metrics are called */
    public TrainingChecks(Located located, Optional<Preparation> data, MetricNames names) {
        this.located = located;
        this.data = data;
        this.names = names;
    }

    /** Places everything that is wrong. */
    public void check() {
        Map<String, Metric> metrics = metrics();
        Set<String> known = Monitors.available(parts(), metrics).keySet();
        checkMonitors(known);
        Set<String> atTheEnd = new TreeSet<>(known);
        atTheEnd.removeAll(Set.of(Monitors.TRAIN_COST, Monitors.LAST_BATCH_COST));
        located.at("sweep.monitor", String.class).ifPresent(name -> checkMonitor("sweep.monitor", name, atTheEnd));
        new SearchChecks(located, data).check();
        checkSeed("seed");
        checkSeed("training.noise.seed");
        checkSeed("training.shuffle.seed");
        data.ifPresent(d -> checkClassWeights(task(d)));
        checkDiagnosis();
    }

    private void checkDiagnosis() {
        Optional<Loss> loss = located.at("network.loss", Loss.class);
        if (located.has("diagnosis") && loss.isPresent() && loss.get().targets() == TargetKind.NUMERIC) {
            located.wrongKey(
                    "diagnosis",
                    "the loss predicts numbers, of which none is simply wrong; expected a loss for classes, or no diagnosis");
        }
    }

    private Map<String, Metric> metrics() {
        List<Metric> sound = new ArrayList<>();
        for (int i = 0; located.has("training.metrics[" + i + "]"); i++) {
            String at = "training.metrics[" + i + "]";
            Optional<Metric> metric = located.at(at, Metric.class);
            metric.ifPresent(sound::add);
            metric.ifPresent(m -> data.ifPresent(d -> checkTask(m, task(d), at)));
        }
        return names.of(sound);
    }

    private void checkTask(Metric metric, Task task, String at) {
        try {
            metric.start(task);
        } catch (MetricException e) {
            located.wrong(at, e.getMessage() + "; expected a metric that goes with the loss");
        }
    }

    private Task task(Preparation data) {
        return data.task(located.at("network.loss", Loss.class).orElseThrow());
    }

    /** The parts that the file asks for, whether they can be read or not. */
    private Set<Part> parts() {
        Set<Part> parts = EnumSet.of(Part.TRAIN);
        for (Part part : Part.values()) {
            if (located.has("data." + part.label()) || located.has("data.split." + part.label())) {
                parts.add(part);
            }
        }
        return parts;
    }

    private void checkMonitors(Set<String> known) {
        located.at("training.early_stopping.monitor", String.class)
                .ifPresent(name -> checkMonitor("training.early_stopping.monitor", name, known));
        located.at("training.optimizer", Optimizer.class)
                .flatMap(optimizer -> optimizer.learningRate().feedback())
                .ifPresent(rule -> checkMonitor(monitorOfRate(), rule.monitor(), known));
        located.at("training.stop_when", Map.class).ifPresent(wanted -> {
            for (Object name : wanted.keySet()) {
                if (isUnknown(String.valueOf(name), known)) {
                    located.wrongKey("training.stop_when." + name, unknown(String.valueOf(name), known));
                }
            }
        });
    }

    /** Where the learning rate says what it follows; where it says nothing, where the rule stands. */
    private String monitorOfRate() {
        String at = "training.optimizer";
        Optional<String> next = Optional.of(at);
        while (next.isPresent()) {
            at = next.get();
            if (located.has(at + ".monitor")) {
                return at + ".monitor";
            }
            String above = at;
            next = RATES.stream()
                    .map(name -> above + "." + name)
                    .filter(located::has)
                    .findFirst();
        }
        return at;
    }

    private void checkMonitor(String path, String name, Set<String> known) {
        if (isUnknown(name, known)) {
            located.wrong(path, unknown(name, known));
        }
    }

    /** Where the metrics are wrong themselves, nobody knows what a part's values are. */
    private boolean isUnknown(String name, Set<String> known) {
        boolean mayBeMetric = located.isWrong("training.metrics")
                && parts().stream().anyMatch(part -> name.startsWith(part.label() + "_"));
        return !known.contains(name) && !mayBeMetric;
    }

    private static String unknown(String name, Set<String> known) {
        return Texts.quote(name) + " is nothing that this run measures; "
                + Texts.suggest(name, known, "expected one of");
    }

    private void checkSeed(String path) {
        RandomAlgorithm random = located.at("random", RandomAlgorithm.class).orElseGet(Splittable::new);
        located.at(path, Long.class).ifPresent(seed -> {
            try {
                random.seeded(seed);
            } catch (IllegalArgumentException e) {
                located.wrong(path, String.valueOf(e.getMessage()));
            }
        });
    }

    private void checkClassWeights(Task task) {
        located.at("training.class_weights", ClassWeights.class).ifPresent(weights -> {
            if (!task.singleLabel()) {
                located.wrongKey("training.class_weights", "the loss has no classes; expected no class_weights");
                return;
            }
            try {
                weights.of(task, new long[task.classCount()]);
            } catch (IllegalArgumentException e) {
                located.wrong("training.class_weights", String.valueOf(e.getMessage()));
            }
        });
    }
}
