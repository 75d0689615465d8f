package org.layerwise.training;

/** Tells listeners after steps how far the run has come, ten times a second at most. */
final class ProgressReports {
    private static final long APART_NANOS = 100_000_000;

    private final Listeners listeners;
    private final EpochProgress at;
    private final long epochs;
    private final int batches;
    private long examples;
    private long next;

    /**
     * @param epochs how many the run is to have
     * @param batches how many updates an epoch has
     */
    ProgressReports(Listeners listeners, EpochProgress at, long epochs, int batches) {
        this.listeners = listeners;
        this.at = at;
        this.epochs = epochs;
        this.batches = batches;
    }

    /**
     * Counts the examples of a step that was done, and tells if it is time.
     *
     * @param nanos of the run so far; 0 where nobody measures time, and then nothing is told
     */
    void stepDone(int stepExamples, long nanos) {
        examples += stepExamples;
        if (!listeners.isEmpty() && nanos >= next && nanos > 0) {
            next = nanos + APART_NANOS;
            listeners.progressed(new Progress(
                    at.epoch, epochs, at.step, at.batch, batches, examples, at.lastBatchCost, nanos / 1e9));
        }
    }
}
