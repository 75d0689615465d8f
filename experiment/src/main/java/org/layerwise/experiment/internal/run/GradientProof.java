package org.layerwise.experiment.internal.run;

import java.util.Optional;
import java.util.stream.Collectors;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.GradientCheckPlan;
import org.layerwise.experiment.RunResult;
import org.layerwise.gradcheck.GradientCheck;
import org.layerwise.gradcheck.GradientReport;
import org.layerwise.gradcheck.Verdict;
import org.layerwise.network.Network;

/** The gradient check of an experiment: before training where the file asks for one, or on its own. */
public final class GradientProof {
    private GradientProof() {}

    /** How the run ends if the gradients are wrong. */
    static Optional<Ending> of(Experiment experiment, Preparation data, Network network, RunLog log) {
        return experiment.gradientCheck().flatMap(plan -> {
            GradientReport report = check(plan, data, network);
            log.say(report.summary());
            return report.verdict() == Verdict.WRONG
                    ? Optional.of(Ending.failed(RunResult.Outcome.GRADIENT_CHECK_FAILED, failure(report)))
                    : Optional.empty();
        });
    }

    private static String failure(GradientReport report) {
        return report.worst().stream()
                .limit(5)
                .map(worst -> "\n  " + worst)
                .collect(Collectors.joining(
                        "", "the gradient check failed: " + report.summary() + "; those that differ most:", "\n"));
    }

    /** Compares the gradients of a network on the first training examples, noise off. */
    public static GradientReport check(GradientCheckPlan plan, Preparation data, Network network) {
        return check(new GradientCheck(plan.epsilon()), plan, data, network);
    }

    static GradientReport check(GradientCheck check, GradientCheckPlan plan, Preparation data, Network network) {
        int examples = Math.min(plan.examples(), data.train().examples());
        Dataset first = data.train().take(examples);
        DenseMatrix x = first.inputs();
        DenseMatrix y = data.encoding().encode(first);
        return check.check(network, x, y);
    }
}
