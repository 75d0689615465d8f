package org.layerwise.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.layerwise.app.report.RunReport;
import org.layerwise.experiment.ExperimentRunner;
import org.layerwise.experiment.Model;
import org.layerwise.experiment.PreparedExperiment;
import org.layerwise.experiment.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train FILE}: trains what an experiment file describes and leaves a run folder. */
@Command(
        name = "train",
        header = "Trains the network of an experiment file.",
        description = "Leaves a run folder with the model, the metrics and the experiment as it was understood.")
final class TrainCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ExperimentOptions experiment;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where run folders go; made when absent. Default: runs, below the working directory.")
    private Path out = Path.of("runs");

    TrainCommand(Session session) {
        this.session = session;
        this.experiment = new ExperimentOptions(session);
    }

    @Override
    public Integer call() {
        PreparedExperiment prepared = experiment.prepare();
        session.out().println(prepared.summary());
        VectorModule.add();
        try (Interruption interruption = Interruption.watch()) {
            RunHistory history = new RunHistory();
            RunResult result = new ExperimentRunner(out)
                    .listener(new ProgressPrinter(session))
                    .listener(history)
                    .stopRequest(interruption::requested)
                    .run(prepared);
            MetricsTable.of(result.finalMetrics()).lines().forEach(session.out()::println);
            if (result.outcome() == RunResult.Outcome.COMPLETED || result.outcome() == RunResult.Outcome.STOPPED) {
                Model model = Model.load(result.folder(), prepared.registry());
                new RunReport(prepared, result, history.epochs(), model).write();
            }
            session.out().println(ending(result));
            return code(result.outcome());
        }
    }

    private static String ending(RunResult result) {
        String why = result.explanation().isEmpty() ? "" : result.explanation() + "; ";
        return why + "run folder: " + result.folder();
    }

    private static int code(RunResult.Outcome outcome) {
        return switch (outcome) {
            case COMPLETED, STOPPED -> ExitCode.DONE;
            case DIVERGED, GRADIENT_CHECK_FAILED -> ExitCode.FAILED_RUN;
            case INTERRUPTED -> ExitCode.INTERNAL;
        };
    }
}
