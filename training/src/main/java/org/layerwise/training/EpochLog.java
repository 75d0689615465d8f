package org.layerwise.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes of an epoch whose updates are done: it is measured, looked at by the rules that end a run, and recorded. */
final class EpochLog {
    private final TrainingOptions options;
    private final Measurements measurements;
    private final Stopping stopping;
    private final Optional<Health> health;
    private final RunState state;
    private final EpochProgress at;
    private final Listeners listeners;
    private final List<EpochRecord> records = new ArrayList<>();

    EpochLog(
            TrainingOptions options,
            Measurements measurements,
            Stopping stopping,
            Optional<Health> health,
            RunState state,
            Listeners listeners) {
        this.options = options;
        this.measurements = measurements;
        this.stopping = stopping;
        this.health = health;
        this.state = state;
        this.at = state.at;
        this.listeners = listeners;
    }

    /** What was recorded so far. */
    List<EpochRecord> records() {
        return records;
    }

    /** Whether the epoch is recorded whatever happens. */
    boolean isDue() {
        return at.epoch % options.logEvery() == 0 || at.epoch + 1 == options.epochs();
    }

    /**
     * Takes in the epoch.
     *
     * @param seconds of the run so far
     * @param late whether its time is over, so that this epoch is the last
     * @return the rule that ends the run, if one does
     */
    Optional<StopReason> take(double seconds, boolean late) {
        boolean recorded = isDue() || late;
        Map<String, Double> measured =
                state.apart(recorded ? measurements::afterLoggedEpoch : measurements::afterOtherEpoch);
        state.measured(measured);
        Optional<StopReason> reason = stopping.watches() ? stopping.after(at.epoch, state.values()) : Optional.empty();
        if (reason.isPresent() && !recorded) {
            measured = measurements.afterLoggedEpoch();
            state.measured(measured);
        }
        if (reason.isPresent() || recorded) {
            record(seconds, measured);
        }
        return reason;
    }

    private void record(double seconds, Map<String, Double> measured) {
        EpochRecord epochRecord = new EpochRecord(
                at.epoch, at.firstStep, at.trainCost(), at.lastBatchCost, at.firstRate, seconds, measured);
        records.add(epochRecord);
        listeners.epochFinished(epochRecord);
        health.flatMap(watch -> watch.take(at.epoch, at.step)).ifPresent(listeners::healthMeasured);
    }
}
