package org.layerwise.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.layerwise.experiment.ExperimentRunner;
import org.layerwise.experiment.ResumableRun;
import org.layerwise.experiment.RunResult.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resume RUN}: goes on where a run was interrupted or killed, or extends one that is finished. */
@Command(
        name = "resume",
        header = "Goes on with a run that was interrupted or killed.",
        description =
                "From its newest sound checkpoint, in the same folder, to the same bits as if it had never stopped."
                        + " A finished run is left as it is, unless --set gives it more to do: --set training.epochs=200.")
final class ResumeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = "The run folder.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(
            names = "--set",
            paramLabel = "path.to.key=value",
            description = "Gives training another value for what follows: epochs, early_stopping, stop_when, max_time,"
                    + " checkpoint_every, the optimizer's options. Data and network stay what they are.")
    private final List<String> overrides = new ArrayList<>();

    @Mixin
    private final PluginsOption plugins;

    ResumeCommand(Session session) {
        this.session = session;
        this.plugins = new PluginsOption(session);
    }

    @Override
    public Integer call() {
        VectorModule.add(); // before anyone asks for the product: another one gives other bits
        try (ResumableRun run = ResumableRun.open(folder, overrides, plugins.registry())) {
            run.notes().forEach(session.out()::println);
            if (run.finished().isPresent()) {
                return sayFinished(run, run.finished().get());
            }
            session.out().println(run.prepared().summary());
            session.out()
                    .println(
                            run.beginsAnew()
                                    ? "there is no checkpoint yet: the run begins anew"
                                    : "going on from epoch " + run.epoch() + ", step " + run.step());
            Path parent = Objects.requireNonNullElse(folder.toAbsolutePath().getParent(), folder);
            ExperimentRunner runner = new ExperimentRunner(parent);
            return new Supervision(session, plugins, runner).over(run.prepared(), () -> runner.resume(run));
        }
    }

    private int sayFinished(ResumableRun run, Outcome outcome) {
        boolean failed = outcome == Outcome.DIVERGED || outcome == Outcome.GRADIENT_CHECK_FAILED;
        String why = run.explanation().isEmpty() ? "" : " (" + run.explanation() + ")";
        session.out()
                .println(
                        failed
                                ? folder + ": the run failed" + why
                                        + " and would again; give it another value with --set"
                                : folder + ": the run is finished" + why
                                        + ", nothing is changed; --set training.epochs=N extends it");
        return failed ? ExitCode.FAILED_RUN : ExitCode.DONE;
    }
}
