package org.layerwise.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.layerwise.app.report.RunReport;
import org.layerwise.experiment.ExperimentRunner;
import org.layerwise.experiment.FinishedRun;
import org.layerwise.experiment.Model;
import org.layerwise.experiment.PreparedExperiment;
import org.layerwise.experiment.RunResult;

/** What {@code train} and {@code resume} have in common: shows how training goes, reports, and survives signals. */
final class Supervision {
    private final Session session;
    private final PluginsOption plugins;
    private final ExperimentRunner runner;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param plugins what the command was given, and needs when it goes on */
    Supervision(Session session, PluginsOption plugins, ExperimentRunner runner) {
        this.session = session;
        this.plugins = plugins;
        this.runner = runner;
    }

    /** Trains, and gives the exit code. */
    int over(PreparedExperiment prepared, Supplier<RunResult> training) {
        try (Interruption interruption = Interruption.watch(this::saveNow)) {
            runner.listener(new ProgressPrinter(session)).stopRequest(interruption::requested);
            RunResult result = training.get();
            if (result.outcome() != RunResult.Outcome.INTERRUPTED) {
                report(prepared, result);
            } else if (told.compareAndSet(false, true)) {
                say(result.folder(), result.explanation() + "; the run is saved");
            }
            return code(result.outcome());
        }
    }

    private void report(PreparedExperiment prepared, RunResult result) {
        MetricsTable.of(result.finalMetrics()).lines().forEach(session.out()::println);
        if (result.outcome() == RunResult.Outcome.COMPLETED || result.outcome() == RunResult.Outcome.STOPPED) {
            FinishedRun run = FinishedRun.read(result.folder(), prepared.registry());
            run.limitedPredictions().ifPresent(warning -> session.err().println("warning: " + warning));
            run.diagnosis().forEach(session.out()::println);
            Model model = Model.load(result.folder(), prepared.registry());
            write(new RunReport(run, prepared, model));
        }
        String why = result.explanation().isEmpty() ? "" : result.explanation() + "; ";
        session.out().println(why + "run folder: " + result.folder());
    }

    private static void write(RunReport report) {
        try {
            report.write();
        } catch (UncheckedIOException e) {
            throw new InputException("the run is whole, but its report can't be written: " + e.getMessage()
                    + "; expected room on the disk, then 'report' writes it");
        }
    }

    /** A step takes too long: what was before it is saved, while it is still computed. */
    private boolean saveNow(Duration wait) {
        boolean saved = runner.stopNow(wait);
        Optional<Path> folder = runner.folder();
        if (folder.isPresent() && told.compareAndSet(false, true)) {
            say(
                    folder.get(),
                    saved
                            ? "interrupted in a long step; what was before it is saved"
                            : "interrupted; there was no time to save more than was saved before");
        }
        return saved;
    }

    private void say(Path folder, String what) {
        List<String> words = new ArrayList<>(List.of(session.command(), "resume", folder.toString()));
        words.addAll(plugins.arguments());
        session.err().println("layerwise: " + what + "; go on with: " + ShellWords.join(words));
        session.err().flush();
    }

    private static int code(RunResult.Outcome outcome) {
        return switch (outcome) {
            case COMPLETED, STOPPED -> ExitCode.DONE;
            case DIVERGED, GRADIENT_CHECK_FAILED -> ExitCode.FAILED_RUN;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }
}
