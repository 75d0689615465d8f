package org.layerwise.training;

/**
 * Follows a run. A listener receives records, never the trainer, so it can't change what it watches.
 *
 * <p>Calls come from the training thread, in the order {@code started}, then {@code progressed} and {@code
 * epochFinished} as training goes on, then {@code finished} or {@code failed}, then {@code close}, which is called
 * once whatever happens. A listener that throws ends the run with a {@link ListenerException}.
 */
public interface TrainingListener extends AutoCloseable {
    /** Before the first step. */
    default void started(TrainingStarted started) {}

    /** Now and then, a few times a second at most; never without a clock. */
    default void progressed(Progress progress) {}

    /** After each logged epoch. */
    default void epochFinished(EpochRecord epoch) {}

    /** After {@link #epochFinished}, where the health of the layers is watched. */
    default void healthMeasured(HealthRecord health) {}

    /** Once, when a cost or gradient is NaN or infinite and the run goes on nevertheless. */
    default void nonFinite(NonFinite nonFinite) {}

    /** At the end, whatever the reason. */
    default void finished(TrainingResult result) {}

    /** Instead of {@link #finished} when an exception ends the run. */
    default void failed(TrainingFailed failed) {}

    /** Releases what the listener holds. */
    @Override
    default void close() {}
}
