package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.layerwise.experiment.internal.run.OutsiderChecks;
import org.layerwise.experiment.internal.run.Run;
import org.layerwise.training.TrainingListener;

/**
 * Trains prepared experiments and leaves a run folder for each: {@code experiment.yaml}, {@code run.json}, {@code
 * metrics.csv}, {@code log.txt} and {@code model/}.
 */
public final class ExperimentRunner {
    private final Path out;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private BooleanSupplier stopRequest = () -> false;

    /** @param out the parent of run folders; made when absent */
    public ExperimentRunner(Path out) {
        this.out = out;
    }

    /** Adds somebody who follows the next run; closed at its end. */
    public ExperimentRunner listener(TrainingListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Asked after each step whether to stop at once. */
    public ExperimentRunner stopRequest(BooleanSupplier request) {
        stopRequest = request;
        return this;
    }

    /**
     * Runs it; the result says where the run folder is and how the run ended.
     *
     * @throws ExperimentException if no run folder can be made
     * @throws org.layerwise.core.PluginException if a plugin from outside fails
     * @throws java.io.UncheckedIOException if it can't be written any more
     */
    public RunResult run(PreparedExperiment prepared) {
        Run run = new Run(prepared.file(), prepared.experiment(), prepared.data(), prepared.registry());
        return OutsiderChecks.blaming(prepared.registry(), () -> run.into(out, listeners, stopRequest));
    }
}
