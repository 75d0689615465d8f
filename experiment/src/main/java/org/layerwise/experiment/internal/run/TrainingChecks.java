package org.layerwise.experiment.internal.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.Splittable;
import org.layerwise.experiment.BatchSize;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.network.Loss;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.training.ClassWeights;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricException;
import org.layerwise.training.Monitors;
import org.layerwise.training.Part;
import org.layerwise.training.Task;

/** Holds metrics, monitors, class weights and seeds against the task and the generator. */
public final class TrainingChecks {
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
        checkMonitors(Monitors.available(parts(), metrics).keySet());
        located.at("training.optimizer", Optimizer.class)
                .filter(optimizer -> optimizer.searchOver(List.of()).isPresent())
                .ifPresent(this::checkSearch);
        checkSeed("seed");
        checkSeed("training.noise.seed");
        checkSeed("training.shuffle.seed");
        data.ifPresent(d -> checkClassWeights(task(d)));
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
        located.at("training.stop_when", Map.class).ifPresent(wanted -> {
            for (Object name : wanted.keySet()) {
                if (isUnknown(String.valueOf(name), known)) {
                    located.wrongKey("training.stop_when." + name, unknown(String.valueOf(name), known));
                }
            }
        });
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

    /** A rule that looks at the cost at several places needs the same cost everywhere. */
    private void checkSearch(Optimizer optimizer) {
        String name =
                located.registry().nameOf(Optimizer.class, optimizer.getClass()).orElse("the optimizer");
        BatchSize size = located.at("training.batch_size", BatchSize.class).orElse(BatchSize.of(32));
        boolean whole = data.map(d -> d.train().examples())
                .map(all -> size.outOf(all) >= all)
                .orElse(size.isFull());
        if (!whole) {
            located.wrongKey(
                    located.has("training.batch_size") ? "training.batch_size" : "training.optimizer",
                    name + " needs the whole training part in each step; expected batch_size: full");
        }
        if (located.has("training.gradient_clipping")) {
            located.wrongKey(
                    "training.gradient_clipping",
                    name + " searches along true gradients; expected no gradient_clipping");
        }
        checkUnconstrained("network", name);
        for (int i = 0; located.has("network.layers[" + i + "]"); i++) {
            checkUnconstrained("network.layers[" + i + "]", name);
        }
    }

    private void checkUnconstrained(String at, String optimizer) {
        for (String key : List.of(".constraint", ".bias_constraint")) {
            if (located.has(at + key)) {
                located.wrongKey(at + key, optimizer + " can't keep constraints; expected no" + key.replace('.', ' '));
            }
        }
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
