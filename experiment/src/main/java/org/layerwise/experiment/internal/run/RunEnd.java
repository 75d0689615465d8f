package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.RunResult;
import org.layerwise.experiment.internal.model.SavedModel;
import org.layerwise.gradcheck.GradientReport;
import org.layerwise.network.Network;

/** What a run leaves when its training is over: the model, and what the log and {@code run.json} say of the end. */
final class RunEnd {
    private final Experiment experiment;
    private final Preparation data;
    private final Registry registry;
    private final RunFolder folder;
    private final RunLog log;
    private final Clock clock;

    RunEnd(Experiment experiment, Preparation data, Registry registry, RunFolder folder, RunLog log, Clock clock) {
        this.experiment = experiment;
        this.data = data;
        this.registry = registry;
        this.folder = folder;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What {@code run.json} says from now on; what people are to know of it is in the log then.
     *
     * @param network as training left it
     * @param proof of its gradients, where there was one
     */
    Map<String, Object> entries(
            Ending ending, Network network, Optional<GradientReport> proof, LimitedPredictions limited)
            throws IOException {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("finished", clock.instant().toString());
        entries.putAll(ending.record());
        proof.ifPresent(report -> entries.put("gradient_check", GradientProof.record(report)));
        if (isWhole(ending)) {
            SavedModel.write(folder.place().model(), network, experiment, data, registry);
            entries.put("sha256", RunHashes.of(folder.place()));
            addDiagnosis(network, entries);
        }
        limited.record().ifPresent(said -> {
            log.say("warning: " + said.get("text"));
            entries.put(LimitedPredictions.KEY, said);
        });
        log.say(ending.outcome() + (ending.explanation().isEmpty() ? "" : ": " + ending.explanation()));
        return entries;
    }

    private static boolean isWhole(Ending ending) {
        return ending.outcome() == RunResult.Outcome.COMPLETED || ending.outcome() == RunResult.Outcome.STOPPED;
    }

    private void addDiagnosis(Network network, Map<String, Object> entries) {
        Diagnosing.of(experiment, data, network).ifPresent(diagnosis -> {
            diagnosis.lines().forEach(log::say);
            entries.put("diagnosis", Diagnosing.record(diagnosis));
        });
    }
}
