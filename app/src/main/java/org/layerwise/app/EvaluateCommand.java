package org.layerwise.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code evaluate RUN}: cost and metrics of a saved model on the data of its run. */
@Command(
        name = "evaluate",
        header = "Measures the model of a run again on its data.",
        description = "Loads the model and prints cost and metrics of each part.")
final class EvaluateCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final RunParameter run;

    EvaluateCommand(Session session) {
        this.session = session;
        this.run = new RunParameter(session);
    }

    @Override
    public Integer call() {
        MetricsTable.of(run.load().evaluate(warning -> session.err().println("warning: " + warning)))
                .lines()
                .forEach(session.out()::println);
        return ExitCode.DONE;
    }
}
