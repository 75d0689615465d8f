package org.layerwise.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.layerwise.experiment.internal.run.OutsiderChecks;
import org.layerwise.experiment.internal.run.Run;
import org.layerwise.training.TrainingListener;

/**
 * Trains prepared experiments and leaves a run folder for each: {@code experiment.yaml}, {@code run.json}, {@code
 * metrics.csv}, {@code log.txt}, {@code checkpoints/} and {@code model/}.
 */
public final class ExperimentRunner {
    private final Path out;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private BooleanSupplier stopRequest = () -> false;
    private volatile Optional<Run> current = Optional.empty();

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
     * @throws ExperimentException if no run folder can be made, or it can't be written any more
     * @throws org.layerwise.core.PluginException if a plugin from outside fails
     */
    public RunResult run(PreparedExperiment prepared) {
        return OutsiderChecks.blaming(prepared.registry(), () -> begin(prepared).into(out));
    }

    /**
     * Goes on with a run in its own folder, which then is as if the run had never been stopped: the same model, the same
     * rows of {@code metrics.csv} but their seconds, the same final metrics.
     *
     * @throws ExperimentException if the checkpoint does not fit what the overrides ask for, or the folder can't be
     *     written any more
     * @throws org.layerwise.core.PluginException if a plugin from outside fails
     */
    public RunResult resume(ResumableRun run) {
        PreparedExperiment prepared = run.prepared();
        return OutsiderChecks.blaming(prepared.registry(), () -> begin(prepared).goOn(run.resumption()));
    }

    private Run begin(PreparedExperiment prepared) {
        Run run = new Run(
                prepared.file(), prepared.experiment(), prepared.data(), prepared.registry(), listeners, stopRequest);
        current = Optional.of(run);
        return run;
    }

    /**
     * Ends the run that is under way from another thread, for a process that has to end at once: a checkpoint is
     * written of what was before the step that is under way, unless the run can be had between two steps in time.
     *
     * @param wait for that
     * @return whether the state is saved; false where nothing was trained yet, or it could not be had in time
     */
    public boolean stopNow(Duration wait) {
        return current.map(run -> run.stopNow(wait)).orElse(false);
    }

    /** The folder of the run that is under way or was the last; empty while there is none. */
    public Optional<Path> folder() {
        return current.flatMap(Run::path);
    }
}
