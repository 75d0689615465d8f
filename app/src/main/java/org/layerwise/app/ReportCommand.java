package org.layerwise.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.layerwise.app.report.RunReport;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiments;
import org.layerwise.experiment.FinishedRun;
import org.layerwise.experiment.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report RUN}: writes the report of a run again. */
@Command(
        name = "report",
        header = "Writes the report of a run again.",
        description = "Reads what the run left, and its data, and writes report.html into the run folder.")
final class ReportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = "The folder of a finished run.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Mixin
    private final PluginsOption plugins;

    ReportCommand(Session session) {
        this.session = session;
        this.plugins = new PluginsOption(session);
    }

    @Override
    public Integer call() {
        Registry registry = plugins.registry();
        FinishedRun run = FinishedRun.read(folder, registry);
        Model model = Model.load(folder, registry);
        var prepared = new Experiments(registry).prepare(folder.resolve("experiment.yaml"), List.of());
        session.out().println(new RunReport(run, prepared, model).write());
        return ExitCode.DONE;
    }
}
