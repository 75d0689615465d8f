package org.layerwise.training;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What a listener may know of the run that it follows.
 *
 * @param folder the run folder, which is there already
 * @param name the experiment's name
 * @param logEvery epochs between two records
 * @param clock the time of day, for files that hold it
 */
public record RunContext(Path folder, String name, int logEvery, InstantSource clock) {
    /**
     * Whether the record of an epoch stays when a run goes on: it was done and logged, or it is the last one of a run
     * that is over.
     */
    public boolean keeps(long epoch, TrainingStarted started) {
        boolean last = started.over() && epoch == started.firstEpoch() - 1;
        return epoch >= 0 && epoch < started.firstEpoch() && (last || epoch % logEvery == 0);
    }
}
