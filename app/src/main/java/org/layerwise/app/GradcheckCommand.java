package org.layerwise.app;

import java.util.concurrent.Callable;
import org.layerwise.gradcheck.GradientReport;
import org.layerwise.gradcheck.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gradcheck FILE}: whether backpropagation computes what the cost says. */
@Command(
        name = "gradcheck",
        header = "Compares the gradients of an experiment with central differences.",
        description = "At the initial weights, noise off, the penalty included; the file's gradient_check says how. A"
                + " difference below 1e-7 is right, above 1e-3 wrong (exit code 3), between them worth a look.")
final class GradcheckCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ExperimentOptions experiment;

    GradcheckCommand(Session session) {
        this.session = session;
        this.experiment = new ExperimentOptions(session);
    }

    @Override
    public Integer call() {
        GradientReport report = experiment.prepare().checkGradients();
        session.out().println(report.summary());
        if (report.verdict() != Verdict.RIGHT) {
            session.out().println("the parameters that differ most:");
            report.worst().forEach(worst -> session.out().println("  " + worst));
        }
        return report.verdict() == Verdict.WRONG ? ExitCode.FAILED_RUN : ExitCode.DONE;
    }
}
