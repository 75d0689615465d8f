package org.layerwise.experiment.internal.run;

import java.util.function.LongSupplier;
import org.layerwise.training.Checkpointer;

/**
 * Stands in for the clock and the checkpoints of a run that is trained again. Time stands still, so that no {@code
 * max_time} ends it; where the clock had ended the run, time is over after as many steps as that run had made.
 */
final class Replay implements Checkpointer, LongSupplier {
    private final long overAfter;
    private boolean over;

    /** @param overAfter steps after which time is over; negative for never */
    Replay(long overAfter) {
        this.overAfter = overAfter;
    }

    @Override
    public void stepFinished(StateSource source) {
        over = source.step() == overAfter;
    }

    @Override
    public long getAsLong() {
        return over ? Long.MAX_VALUE / 2 : 0;
    }
}
