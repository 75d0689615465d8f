package org.layerwise.app;

import java.nio.file.Path;
import org.layerwise.experiment.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A run folder, and the model in it. */
@Command
final class RunParameter {
    @Parameters(paramLabel = "RUN", description = "The folder of a finished run.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Mixin
    private final PluginsOption plugins;

    RunParameter(Session session) {
        this.plugins = new PluginsOption(session);
    }

    /** @throws org.layerwise.experiment.ExperimentException if there is no finished run */
    Model load() {
        return Model.load(folder, plugins.registry());
    }
}
