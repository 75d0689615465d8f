package org.layerwise.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.layerwise.experiment.CrossValidation;
import org.layerwise.experiment.ExperimentRunner;
import org.layerwise.experiment.PreparedExperiment;
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
        prepared.warnings().forEach(warning -> session.err().println("warning: " + warning));
        if (CrossValidation.isAskedFor(prepared)) {
            VectorModule.add();
            CrossValidation folds = CrossValidation.of(prepared, experiment.overrides());
            return new FoldByFold(session, experiment.plugins(), folds).into(out);
        }
        VectorModule.add();
        ExperimentRunner runner = new ExperimentRunner(out);
        return new Supervision(session, experiment.plugins(), runner).over(prepared, () -> runner.run(prepared));
    }
}
