package org.layerwise.experiment;

import java.nio.file.Path;

/** Trains prepared experiments and leaves a run folder for each. */
@SuppressWarnings("DoNotCallSuggester") // until the insides follow
public final class ExperimentRunner {
    private final Path out;

    /** @param out the parent of run folders; made when absent */
    public ExperimentRunner(Path out) {
        this.out = out;
    }

    /** Runs it; the result says where the run folder is and how the run ended. */
    public RunResult run(PreparedExperiment experiment) {
        throw new UnsupportedOperationException("not yet: " + out + " " + experiment.name());
    }
}
