package org.layerwise.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.layerwise.experiment.Experiments;
import org.layerwise.experiment.PreparedExperiment;
import org.layerwise.experiment.PreparedSweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The experiment file and what the command line changes of it. */
@Command
final class ExperimentOptions {
    @Parameters(paramLabel = "FILE", description = "The experiment file, YAML.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "path.to.key=value",
            description = "Gives any key of the file another value: --set training.epochs=100,"
                    + " --set 'network.layers[0].units=8'. May be repeated; checked like the file.")
    private final List<String> overrides = new ArrayList<>();

    @Mixin
    private final PluginsOption plugins;

    private final Session session;

    ExperimentOptions(Session session) {
        this.plugins = new PluginsOption(session);
        this.session = session;
    }

    /** The plugins that were named. */
    PluginsOption plugins() {
        return plugins;
    }

    /** What {@code --set} changes, in order. */
    List<String> overrides() {
        return List.copyOf(overrides);
    }

    /**
     * Reads and checks the file and its data.
     *
     * @throws org.layerwise.experiment.ExperimentException with all that is wrong
     */
    PreparedExperiment prepare() {
        try (ReadingBar bar = ReadingBar.on(session)) {
            return new Experiments(plugins.registry(), bar).prepare(file, overrides);
        }
    }

    /** Whether the file describes many runs. */
    boolean isSweep() {
        return new Experiments(plugins.registry()).isSweep(file, overrides);
    }

    /**
     * Reads and checks a file with a sweep, its data, and the values of the sweep.
     *
     * @throws org.layerwise.experiment.ExperimentException with all that is wrong
     */
    PreparedSweep prepareSweep() {
        return new Experiments(plugins.registry()).prepareSweep(file, overrides);
    }
}
