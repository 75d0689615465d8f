package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

import java.util.Optional;

/**
 * Which checkpoints a run writes and keeps, each about three times as large as the model: {@code {every: 10, keep_last:
 * 2, keep_best: true}}.
 *
 * @param every how often one is written, as in {@code checkpoint_every}; default not at all while training goes on
 * @param keepLast how many of the newest are kept, at least 1; default 2, so that there is one to fall back to
 * @param keepBest whether one is also written at the end of each epoch that is the best so far, and kept, by what
 *     early_stopping monitors, else dev_cost, else train_cost; default false
 * @param atEnd whether one is written when the run ends by itself, from which it can be extended; default true
 */
public record Checkpoints(Optional<CheckpointInterval> every, int keepLast, boolean keepBest, boolean atEnd) {
    /** The last two, and one at the end. */
    public Checkpoints() {
        this(Optional.empty(), 2, false, true);
    }

    /** @throws org.layerwise.core.OptionException if keep_last is below 1 */
    public Checkpoints {
        require(keepLast >= 1, "keep_last", keepLast, ">= 1");
    }
}
