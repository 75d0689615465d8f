package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.Registry;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.run.DataChecks;
import org.layerwise.experiment.internal.run.Located;
import org.layerwise.experiment.internal.run.MemoryChecks;
import org.layerwise.experiment.internal.run.MetricNames;
import org.layerwise.experiment.internal.run.NetworkChecks;
import org.layerwise.experiment.internal.run.OutsiderChecks;
import org.layerwise.experiment.internal.run.Preparation;
import org.layerwise.experiment.internal.run.RunName;
import org.layerwise.experiment.internal.run.SweepChecks;
import org.layerwise.experiment.internal.run.TrainingChecks;
import org.layerwise.experiment.internal.run.WeightChecks;
import org.layerwise.experiment.internal.yaml.Node;

/** The way from an experiment file to an experiment that can run. */
public final class Experiments {
    private final Registry registry;
    private final ReadProgress progress;

    /** @param registry the components that files may name */
    public Experiments(Registry registry) {
        this(registry, ReadProgress.none());
    }

    /**
     * @param registry the components that files may name
     * @param progress is told how far long reading has come
     */
    public Experiments(Registry registry, ReadProgress progress) {
        this.registry = registry;
        this.progress = progress;
    }

    /** The components that files may name. */
    public Registry registry() {
        return registry;
    }

    /**
     * Reads a file and does all that can be done before the first epoch: opens the data and checks files, columns,
     * names, classes, shapes, the output against the loss, and what is monitored.
     *
     * @param file the experiment file
     * @param overrides {@code path.to.key=value}, in order; values are YAML, checked like the file
     * @throws ExperimentException with all mistakes of the file and the overrides
     * @throws org.layerwise.core.PluginException if a plugin from outside fails
     */
    public PreparedExperiment prepare(Path file, List<String> overrides) {
        return OutsiderChecks.blaming(registry, () -> check(file, overrides));
    }

    private PreparedExperiment check(Path file, List<String> overrides) {
        Problems problems = new Problems();
        Located located = Located.read(file, overrides, registry, problems);
        if (located.has("sweep")) {
            located.wrongKey(
                    "sweep", "this file describes many runs; expected the command sweep, or a file without sweep");
        }
        return check(located, problems);
    }

    private PreparedExperiment check(Located located, Problems problems) {
        Optional<Preparation> data = checkSections(located, problems);
        new WeightChecks(located).check(data);
        new MemoryChecks(located, problems).check(data);
        return sound(located, data, problems);
    }

    private Optional<Preparation> checkSections(Located located, Problems problems) {
        located.at("name", String.class).flatMap(RunName::problem).ifPresent(problem -> located.wrong("name", problem));
        Optional<Preparation> data = new DataChecks(located, progress).prepare();
        new NetworkChecks(located, data).check();
        new TrainingChecks(located, data, new MetricNames(registry)).check();
        new SweepChecks(located, problems).check();
        return data;
    }

    private PreparedExperiment sound(Located located, Optional<Preparation> data, Problems problems) {
        problems.throwIfAny();
        Experiment experiment = WeightChecks.absolute(located.experiment().orElseThrow(), located.folder());
        return new PreparedExperiment(located.file(), experiment, data.orElseThrow(), registry);
    }

    /** The file of a run that is done: what it began with may be gone by now. */
    PreparedExperiment reopen(Path file) {
        return OutsiderChecks.blaming(registry, () -> {
            Problems problems = new Problems();
            Located located = Located.read(file, List.of(), registry, problems);
            return sound(located, checkSections(located, problems), problems);
        });
    }

    /** Whether a file describes many runs; false where it can't be read. */
    public boolean isSweep(Path file, List<String> overrides) {
        return Located.read(file, overrides, registry, new Problems()).has("sweep");
    }

    /**
     * Reads a file with a {@code sweep:} and checks it like {@link #prepare}; and that each value of the sweep could
     * stand where it belongs.
     *
     * @throws ExperimentException with all mistakes of the file and the overrides, or if there is no sweep
     * @throws org.layerwise.core.PluginException if a plugin from outside fails
     */
    public PreparedSweep prepareSweep(Path file, List<String> overrides) {
        return OutsiderChecks.blaming(registry, () -> {
            Problems problems = new Problems();
            Located located = Located.read(file, overrides, registry, problems);
            if (!located.has("sweep") && problems.isEmpty()) {
                located.wrong("", "sweep is missing; expected sweep: {grid: {path: [values]}}, or the command train");
            }
            PreparedExperiment base = check(located, problems);
            return new PreparedSweep(base, located, new MetricNames(registry), this::prepare);
        });
    }

    /** One run of a sweep. */
    private PreparedExperiment prepare(Located sweep, Map<String, Node> values) {
        return OutsiderChecks.blaming(registry, () -> {
            Problems problems = new Problems();
            return check(sweep.with(values, problems), problems);
        });
    }
}
