package org.layerwise.app;

import java.util.concurrent.Callable;
import org.layerwise.experiment.PreparedExperiment;
import org.layerwise.experiment.PreparedSweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code validate FILE}: all that {@code train} does before the first epoch. */
@Command(
        name = "validate",
        header = "Checks an experiment file and its data without training.",
        description = "Does all that train does before the first epoch: files, columns, names, classes, shapes. Says"
                + " every mistake at once; exit code 2 if there is one.")
final class ValidateCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ExperimentOptions experiment;

    ValidateCommand(Session session) {
        this.session = session;
        this.experiment = new ExperimentOptions(session);
    }

    @Override
    public Integer call() {
        if (experiment.isSweep()) {
            PreparedSweep sweep = experiment.prepareSweep();
            session.out().println(sweep.summary());
            session.out().println(sweep.file() + ": no mistakes found");
            return ExitCode.DONE;
        }
        PreparedExperiment prepared = experiment.prepare();
        session.out().println(prepared.summary());
        prepared.warnings().forEach(warning -> session.err().println("warning: " + warning));
        session.out().println(prepared.file() + ": no mistakes found");
        return ExitCode.DONE;
    }
}
