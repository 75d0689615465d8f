package org.layerwise.training;

import java.util.Map;

/**
 * Is offered the state of a run at every moment at which it may be saved. Called from the training thread, but for
 * {@link #interrupted}, which {@link Trainer#stopNow} calls from its own; never by two at once.
 */
public interface Checkpointer {
    /** After each step; must be quick and allocate nothing where it does not save. */
    default void stepFinished(StateSource source) {}

    /** After each epoch, its record included. */
    default void epochFinished(StateSource source) {}

    /** When the run ends because someone asked for it: the last chance to save. */
    default void interrupted(StateSource source) {}

    /**
     * When the run ends by itself, before the best weights are put back: what a run with more epochs, patience or time
     * goes on from.
     */
    default void ended(StateSource source) {}

    /** A run whose state may be saved now. */
    interface StateSource {
        /** The epoch that is next or under way, from 0. */
        long epoch();

        /** Updates done. */
        long step();

        /** The nanoseconds spent training. */
        long nanos();

        /** The values that were measured after the last epoch that is done, by name; empty where none were. */
        Map<String, Double> values();

        /** Copies everything that changes during a run. */
        TrainingState capture();

        /** The same without copying: right only until the call that was given this source returns. */
        TrainingState view();
    }
}
