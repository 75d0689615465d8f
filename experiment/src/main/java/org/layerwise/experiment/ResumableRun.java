package org.layerwise.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.run.OutsiderChecks;
import org.layerwise.experiment.internal.run.Resumption;
import org.layerwise.training.TrainingState;

/**
 * A run folder in which training may go on: where it was killed or interrupted, or, with more epochs, patience or time,
 * where it ended. No other process can train in it until this is closed.
 *
 * <p>It goes on from the newest sound checkpoint to the same bits as if it had never stopped; without any checkpoint it
 * begins anew.
 */
public final class ResumableRun implements AutoCloseable {
    private final Path folder;
    private final Resumption resumption;
    private final Optional<PreparedExperiment> prepared;

    private ResumableRun(Path folder, Resumption resumption, Optional<PreparedExperiment> prepared) {
        this.folder = folder;
        this.resumption = resumption;
        this.prepared = prepared;
    }

    /**
     * Checks everything and changes nothing: the plugins of the run are here, its data are what they were, the overrides
     * are such that what was trained keeps its meaning, and a checkpoint is sound.
     *
     * @param folder the run folder
     * @param overrides {@code training.epochs=200}: how long to train, when to stop, what to save, the options of the
     *     optimizer
     * @throws ExperimentException with what is wrong, or if another process trains in this folder
     */
    public static ResumableRun open(Path folder, List<String> overrides, Registry registry) {
        try {
            Resumption resumption = Resumption.open(folder, overrides, registry);
            try {
                if (resumption.finished().isPresent()) {
                    return new ResumableRun(folder, resumption, Optional.empty());
                }
                PreparedExperiment prepared =
                        new Experiments(registry).prepare(folder.resolve("experiment.yaml"), overrides);
                if (CrossValidation.isAskedFor(prepared)) {
                    throw new ExperimentException(
                            folder + " holds the runs of several folds; expected the folder of one"
                                    + " of them, such as " + folder.resolve(prepared.name() + "-fold-1"));
                }
                Resumption ready = OutsiderChecks.blaming(
                        registry, () -> resumption.from(prepared.experiment(), prepared.data(), registry));
                return new ResumableRun(folder, ready, Optional.of(prepared));
            } catch (RuntimeException e) {
                resumption.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ExperimentException(
                    folder + ": the run can't be read: " + e.getMessage() + "; expected a folder that can be read");
        }
    }

    /** How the run ended, where it is whole and there is nothing to do. */
    public Optional<RunResult.Outcome> finished() {
        return resumption.finished();
    }

    /** Why it ended so, for people; empty where nothing is known. */
    public String explanation() {
        return resumption.explanation();
    }

    /** The run folder. */
    public Path folder() {
        return folder;
    }

    /** What will be trained; only where the run is not {@link #finished}. */
    public PreparedExperiment prepared() {
        return prepared.orElseThrow(() -> new IllegalStateException(folder + " is finished"));
    }

    /** Whether the run begins anew, because nothing was saved yet. */
    public boolean beginsAnew() {
        return resumption.state().isEmpty();
    }

    /** The epoch that is next or under way, from 0. */
    public long epoch() {
        return resumption
                .state()
                .map(TrainingState::position)
                .map(p -> p.epoch())
                .orElse(0L);
    }

    /** The updates that are done. */
    public long step() {
        return resumption
                .state()
                .map(TrainingState::position)
                .map(p -> p.step())
                .orElse(0L);
    }

    /** What one should know: checkpoints that could not be used, a version or machine that is not the same. */
    public List<String> notes() {
        return resumption.notes();
    }

    Resumption resumption() {
        return resumption;
    }

    /** Lets other processes train in the folder. */
    @Override
    public void close() {
        resumption.close();
    }
}
