package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.layerwise.core.Registry;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.run.DataChecks;
import org.layerwise.experiment.internal.run.Located;
import org.layerwise.experiment.internal.run.MetricNames;
import org.layerwise.experiment.internal.run.NetworkChecks;
import org.layerwise.experiment.internal.run.OutsiderChecks;
import org.layerwise.experiment.internal.run.Preparation;
import org.layerwise.experiment.internal.run.RunName;
import org.layerwise.experiment.internal.run.TrainingChecks;

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
        located.at("name", String.class).flatMap(RunName::problem).ifPresent(problem -> located.wrong("name", problem));
        Optional<Preparation> data = new DataChecks(located, progress).prepare();
        new NetworkChecks(located, data).check();
        new TrainingChecks(located, data, new MetricNames(registry)).check();
        problems.throwIfAny();
        return new PreparedExperiment(file, located.experiment().orElseThrow(), data.orElseThrow(), registry);
    }
}
