package org.layerwise.experiment.internal.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.experiment.CheckpointInterval;
import org.layerwise.experiment.Checkpoints;
import org.layerwise.training.Better;
import org.layerwise.training.Checkpointer;

/** Writes a run's checkpoints when their time has come, and keeps those that are wanted. */
public final class Checkpointing implements Checkpointer {
    private final CheckpointStore store;
    private final Checkpoints plan;
    private final Optional<CheckpointInterval> every;
    private final Monitored monitored;
    private final String layerwise;
    private final BeforeSaving before;
    private long lastNanos = -1;
    private long lastStep = -1;
    private boolean lastIsWholeEpoch;
    private boolean ended;

    /** What has to be on the disk before a checkpoint that counts on it. */
    public interface BeforeSaving {
        /** Puts it there. */
        void flush() throws IOException;
    }

    /**
     * The value by which one epoch is better than another.
     *
     * @param name as in {@code early_stopping}
     * @param better its direction
     */
    public record Monitored(String name, Better better) {}

    /**
     * @param every when checkpoints are due besides the end and interruptions
     * @param layerwise the version that writes
     */
    public Checkpointing(
            CheckpointStore store,
            Checkpoints plan,
            Optional<CheckpointInterval> every,
            Monitored monitored,
            String layerwise,
            BeforeSaving before) {
        this.store = store;
        this.plan = plan;
        this.every = every;
        this.monitored = monitored;
        this.layerwise = layerwise;
        this.before = before;
    }

    @Override
    public void stepFinished(StateSource source) {
        if (every.isEmpty()) {
            return;
        }
        CheckpointInterval interval = every.get();
        boolean bySteps =
                interval.steps().isPresent() && source.step() % interval.steps().getAsLong() == 0;
        if (bySteps || (interval.time().isPresent() && isTime(source.nanos(), interval))) {
            save(source, Optional.empty());
        }
    }

    private boolean isTime(long now, CheckpointInterval interval) {
        if (lastNanos < 0) {
            lastNanos = now;
        }
        return now - lastNanos >= interval.time().map(time -> time.toNanos()).orElse(Long.MAX_VALUE);
    }

    @Override
    public void epochFinished(StateSource source) {
        boolean due = every.isPresent()
                && every.get().epochs().isPresent()
                && source.epoch() % every.get().epochs().getAsLong() == 0;
        Optional<Double> value = value(source);
        if (!ended && (due || isBest(value))) {
            save(source, value);
            lastIsWholeEpoch = true;
        }
    }

    /** Whether an epoch is better than those whose checkpoints are there. */
    private boolean isBest(Optional<Double> value) {
        if (!plan.keepBest() || value.isEmpty()) {
            return false;
        }
        try {
            Optional<Path> best = best(store.files());
            return best.isEmpty()
                    || monitored
                            .better()
                            .improves(
                                    value.get(),
                                    CheckpointFile.monitored(best.get()).orElseThrow(),
                                    0);
        } catch (IOException e) {
            throw new UncheckedIOException("no checkpoint can be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void interrupted(StateSource source) {
        save(source, Optional.empty());
    }

    @Override
    public void ended(StateSource source) {
        ended = true;
        if (plan.atEnd() && !(lastIsWholeEpoch && lastStep == source.step())) {
            save(source, value(source));
        }
    }

    private Optional<Double> value(StateSource source) {
        return Optional.ofNullable(source.values().get(monitored.name())).filter(value -> !value.isNaN());
    }

    private void save(StateSource source, Optional<Double> value) {
        try {
            before.flush();
            Path newest = store.write(source.view(), layerwise, value);
            prune(newest);
        } catch (IOException e) {
            throw new UncheckedIOException("no checkpoint can be written: " + e.getMessage(), e);
        }
        lastNanos = source.nanos();
        lastStep = source.step();
        lastIsWholeEpoch = false;
    }

    private void prune(Path newest) throws IOException {
        List<Path> files = store.files();
        Set<Path> kept = new LinkedHashSet<>(files.subList(0, Math.min(plan.keepLast(), files.size())));
        kept.add(newest);
        if (plan.keepBest()) {
            best(files).ifPresent(kept::add);
        }
        store.keepOnly(kept);
    }

    /** The first of the best. */
    private Optional<Path> best(List<Path> files) throws IOException {
        Optional<Path> best = Optional.empty();
        double bestValue = monitored.better().worst();
        for (int i = files.size() - 1; i >= 0; i--) {
            double value = CheckpointFile.monitored(files.get(i)).orElse(Double.NaN);
            if (monitored.better().improves(value, bestValue, 0)) {
                best = Optional.of(files.get(i));
                bestValue = value;
            }
        }
        return best;
    }
}
