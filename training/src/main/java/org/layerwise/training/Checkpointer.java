package org.layerwise.training;

import java.util.Map;

/** Is offered the state of a run at every moment at which it may be saved. Called from the training thread. */
public interface Checkpointer {
    /** After each step; must be quick and allocate nothing where it does not capture. */
    default void stepFinished(StateSource source) {}

    /** After each epoch, its record included. */
    default void epochFinished(StateSource source) {}

    /** When the run ends because someone asked for it: the last chance to save. */
    default void interrupted(StateSource source) {}

    /** A run whose state may be captured now. */
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
    }
}
