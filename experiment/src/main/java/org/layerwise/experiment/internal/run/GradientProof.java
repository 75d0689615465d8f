package org.layerwise.experiment.internal.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

    /** What the check finds that the file asks for; nothing where it asks for none. */
    static Optional<GradientReport> of(Experiment experiment, Preparation data, Network network, RunLog log) {
        Optional<GradientReport> report = experiment.gradientCheck().map(plan -> check(plan, data, network));
        report.ifPresent(found -> log.say(found.summary()));
        return report;
    }

    /** How the run ends if the gradients are wrong. */
    static Optional<Ending> failed(GradientReport report) {
        return report.verdict() == Verdict.WRONG
                ? Optional.of(Ending.failed(RunResult.Outcome.GRADIENT_CHECK_FAILED, failure(report)))
                : Optional.empty();
    }

    /** For {@code run.json}. */
    static Map<String, Object> record(GradientReport report) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
        record.put("difference", report.difference());
        record.put("checked", report.checked());
        record.put("parameters", report.parameters());
        record.put("kinks", report.kinkCount());
        return record;
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
