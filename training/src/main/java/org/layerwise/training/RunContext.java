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
    /** Whether the record of an earlier epoch stays when a run goes on from another one. */
    public boolean keeps(long epoch, long firstEpoch) {
        return epoch < firstEpoch && epoch % logEvery == 0;
    }
}
