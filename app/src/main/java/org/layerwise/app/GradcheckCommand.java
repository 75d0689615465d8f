package org.layerwise.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.layerwise.core.OptionException;
import org.layerwise.experiment.GradientProbe;
import org.layerwise.experiment.PreparedExperiment;
import org.layerwise.experiment.ProbedGradient;
import org.layerwise.gradcheck.Discrepancy;
import org.layerwise.gradcheck.GradientReport;
import org.layerwise.gradcheck.Kink;
import org.layerwise.gradcheck.Verdict;
import org.layerwise.training.DivergedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gradcheck FILE}: whether backpropagation computes what the cost says. */
@Command(
        name = "gradcheck",
        header = "Compares the gradients of an experiment with central differences.",
        description = "At several random initial weights and a few training steps after each, noise off, the penalty"
                + " included; epsilon and the number of examples are those of the file's gradient_check. A difference"
                + " below 1e-7 is right, above 1e-3 wrong (exit code 3), between them suspicious: worth a look, and"
                + " exit code 0 unless --strict is given. Parameters at a kink of the cost, such as that of relu at 0,"
                + " do not count.")
final class GradcheckCommand implements Callable<Integer> {
    private static final int KINKS = 3;

    private final Session session;

    @Mixin
    private final ExperimentOptions experiment;

    @Option(
            names = "--initializations",
            paramLabel = "N",
            description =
                    "How many initial weights; the first are those of the file's seed. Default: ${DEFAULT-VALUE}.")
    private int initializations = new GradientProbe().initializations();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Updates before the second check of each; 0 leaves it out. Default: ${DEFAULT-VALUE}.")
    private int steps = new GradientProbe().steps();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description =
                    "How many parameters at most in one check, evenly from each matrix. Default: ${DEFAULT-VALUE}.")
    private int limit = new GradientProbe().limit();

    @Option(names = "--strict", description = "Suspicious gradients fail too.")
    private boolean strict;

    GradcheckCommand(Session session) {
        this.session = session;
        this.experiment = new ExperimentOptions(session);
    }

    @Override
    public Integer call() {
        GradientProbe probe = probe();
        PreparedExperiment prepared = experiment.prepare();
        List<Verdict> verdicts = new ArrayList<>();
        try {
            prepared.probeGradients(probe, probed -> {
                verdicts.add(probed.report().verdict());
                show(probed);
            });
        } catch (DivergedException e) {
            session.out().println(e.getMessage());
            return ExitCode.FAILED_RUN;
        }
        return conclude(verdicts, prepared);
    }

    private GradientProbe probe() {
        try {
            return new GradientProbe(initializations, steps, limit);
        } catch (OptionException e) {
            throw new InputException("--" + e.getMessage());
        }
    }

    private void show(ProbedGradient probed) {
        GradientReport report = probed.report();
        session.out().println(probed.place() + ": " + report.summary());
        if (report.verdict() != Verdict.RIGHT) {
            for (Discrepancy worst : report.worst()) {
                session.out().println("  " + worst);
            }
        }
        report.kinks().stream()
                .limit(KINKS)
                .map(Kink::toString)
                .forEach(kink -> session.out().println("  " + kink));
        if (report.kinkCount() > KINKS) {
            session.out().println("  and " + (report.kinkCount() - KINKS) + " more at a kink");
        }
    }

    private int conclude(List<Verdict> verdicts, PreparedExperiment prepared) {
        Verdict worst = verdicts.stream().max(Verdict::compareTo).orElseThrow();
        long places = verdicts.stream().filter(verdict -> verdict == worst).count();
        session.out()
                .println(
                        switch (worst) {
                            case RIGHT -> "the gradients are right";
                            case SUSPICIOUS ->
                                "the gradients are suspicious at " + places + " of " + verdicts.size()
                                        + " places: between 1e-7 and 1e-3, worth a look";
                            case WRONG -> "the gradients are wrong at " + places + " of " + verdicts.size() + " places";
                        });
        if (worst != Verdict.RIGHT && !prepared.outsiders().isEmpty()) {
            session.out().println("of plugins in this experiment: " + String.join(", ", prepared.outsiders()));
        }
        boolean failed = worst == Verdict.WRONG || (strict && worst == Verdict.SUSPICIOUS);
        return failed ? ExitCode.FAILED_RUN : ExitCode.DONE;
    }
}
