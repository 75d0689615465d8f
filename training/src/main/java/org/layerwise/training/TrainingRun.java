package org.layerwise.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.layerwise.network.Workspace;
import org.layerwise.optimizers.LearningRateSchedule;

/** One run of a {@link Trainer}: all that changes while it trains. */
final class TrainingRun {
    private static final long PROGRESS_NANOS = 100_000_000;
    /** While a step of so many nanoseconds is under way, another thread may save what was before it. */
    private static final long LONG_STEP_NANOS = 50_000_000;

    private final TrainerSetup setup;
    private final TrainingOptions options;
    private final LearningRateSchedule rates;
    private final Batches batches;
    private final Stepper stepper;
    private final Measurements measurements;
    private final Optional<Health> health;
    private final Optional<Patience> patience;
    private final Stopping stopping;
    private final RunState state;
    private final Listeners listeners;
    private final Checkpointer checkpointer;
    private final EpochProgress at;
    private final List<EpochRecord> history = new ArrayList<>();
    private boolean toldNonFinite;
    private long lastStepNanos = Long.MAX_VALUE;
    private long stepEnded;
    private long nextProgress;
    private long examplesHere;
    private double cost;

    TrainingRun(TrainerSetup setup, Listeners listeners) {
        this.setup = setup;
        this.options = setup.options();
        this.rates = setup.optimizer().learningRate();
        this.listeners = listeners;
        this.checkpointer = setup.checkpointer();
        this.batches = new Batches(setup.network(), setup.weightedTrain(), setup.batchSize(), setup.shuffling());
        this.stepper = new Stepper(setup.network(), setup.optimizer(), options.gradientClipping());
        this.health = setup.health();
        this.measurements = setup.measurements(health);
        BestWeights best = new BestWeights(setup.keepsBest() ? Changing.live(setup.network()) : List.of());
        this.patience = options.earlyStopping().map(rule -> setup.patience(rule, best));
        this.stopping = new Stopping(options.stopWhen(), setup.monitors(), patience);
        // What else remembers anything is added here: see Resumable.
        Changing changing = new Changing(setup.network(), stepper, best, setup.streams());
        patience.ifPresent(counter -> changing.add("early_stopping", counter));
        setup.resumables().forEach(changing::add);
        this.state = new RunState(batches, changing, setup);
        this.at = state.at;
    }

    TrainingResult train() {
        listeners.started(new TrainingStarted(
                at.epoch,
                options.epochs(),
                setup.counts(),
                batches.size(),
                setup.parameterCount(),
                measurements.columns()));
        StopReason reason = trainUntilStopped();
        TrainingResult result = finish(reason);
        listeners.finished(result);
        return result;
    }

    private StopReason trainUntilStopped() {
        try {
            state.hold();
            Optional<StopReason> reason = reasonToStop();
            while (reason.isEmpty()) {
                reason = trainEpoch();
            }
            if (reason.get() != StopReason.INTERRUPTED) {
                state.end();
            }
            return reason.get();
        } catch (StateGate.ShutDown e) {
            return StopReason.INTERRUPTED;
        } finally {
            state.release();
        }
    }

    /** What ended the run from whose state this one goes on, as far as it still holds. */
    private Optional<StopReason> reasonToStop() {
        if (at.epoch >= options.epochs()) {
            return Optional.of(StopReason.EPOCHS_DONE);
        }
        return at.epoch > 0 && !at.begun ? stopping.still(state.values()) : Optional.empty();
    }

    /**
     * Ends the run from another thread: saves, as far as the state can be had in time.
     *
     * @return whether the checkpointer was called
     */
    boolean stopNow(Duration wait) {
        return state.stopNow(wait);
    }

    TrainingFailed failed(RuntimeException cause) {
        return new TrainingFailed(at.epoch, at.step, cause);
    }

    private Optional<StopReason> trainEpoch() {
        if (!at.begun) {
            batches.begin(at.epoch);
            at.begin(rate());
        }
        boolean late = at.batch > 0 && isLate();
        while (at.batch < batches.count() && !late) {
            trainBatch();
            checkpointer.stepFinished(state);
            if (setup.stopRequest().getAsBoolean()) {
                checkpointer.interrupted(state);
                return Optional.of(StopReason.INTERRUPTED);
            }
            late = isLate();
        }
        return endEpoch(late);
    }

    /** One update; allocates nothing once warm, unless steps are long. */
    private void trainBatch() {
        Workspace workspace =
                lastStepNanos < LONG_STEP_NANOS ? differentiate() : state.apartFromUpdates(this::differentiate);
        update();
        at.stepDone(cost, workspace.examples());
        examplesHere += workspace.examples();
        long now = state.nanos();
        lastStepNanos = now - stepEnded;
        stepEnded = now;
        if (!listeners.isEmpty()) {
            progress(now);
        }
    }

    private void update() {
        boolean looked = health.isPresent() && at.batch + 1 == batches.count() && isLogged();
        if (looked) {
            health.get().beforeUpdate();
        }
        stepper.update(at.step, rate());
        if (looked) {
            health.get().afterUpdate();
        }
    }

    /** Whether the epoch is logged whatever happens. */
    private boolean isLogged() {
        return at.epoch % options.logEvery() == 0 || at.epoch + 1 == options.epochs();
    }

    /** Gathers a batch and computes its cost and gradients; nothing that only updates change may change here. */
    private Workspace differentiate() {
        Workspace workspace = batches.load(at.batch);
        cost = stepper.differentiate(workspace, at.step);
        if (!stepper.isFinite(cost)) {
            report(stepper.describe(cost, workspace, at.epoch, at.step));
        }
        return workspace;
    }

    private double rate() {
        return rates.at(rates.per() == LearningRateSchedule.Per.EPOCH ? at.epoch : at.step);
    }

    private void report(NonFinite problem) {
        if (options.onNonFinite() == OnNonFinite.FAIL) {
            throw new DivergedException(problem.what(), problem.epoch(), problem.step(), problem.layer());
        }
        if (!toldNonFinite) {
            toldNonFinite = true;
            listeners.nonFinite(problem);
        }
    }

    private void progress(long now) {
        if (now >= nextProgress && now > 0) {
            nextProgress = now + PROGRESS_NANOS;
            listeners.progressed(new Progress(
                    at.epoch,
                    options.epochs(),
                    at.step,
                    at.batch,
                    batches.count(),
                    examplesHere,
                    at.lastBatchCost,
                    seconds(now)));
        }
    }

    private Optional<StopReason> endEpoch(boolean late) {
        double seconds = seconds(state.nanos());
        boolean last = at.epoch + 1 == options.epochs();
        boolean logged = isLogged() || late;
        Map<String, Double> measured =
                state.apart(logged ? measurements::afterLoggedEpoch : measurements::afterOtherEpoch);
        state.measured(measured);
        Optional<StopReason> reason = stopping.watches() ? stopping.after(at.epoch, state.values()) : Optional.empty();
        if (reason.isPresent() && !logged) {
            measured = measurements.afterLoggedEpoch();
            state.measured(measured);
        }
        if (reason.isPresent() || logged) {
            record(seconds, measured);
        }
        if (late && at.batch < batches.count()) {
            state.end();
        }
        at.epochDone();
        checkpointer.epochFinished(state);
        return reason.or(() -> last
                ? Optional.of(StopReason.EPOCHS_DONE)
                : late ? Optional.of(StopReason.MAX_TIME) : Optional.empty());
    }

    private void record(double seconds, Map<String, Double> measured) {
        EpochRecord epochRecord = new EpochRecord(
                at.epoch, at.firstStep, at.trainCost(), at.lastBatchCost, at.firstRate, seconds, measured);
        history.add(epochRecord);
        listeners.epochFinished(epochRecord);
        health.flatMap(watch -> watch.take(at.epoch, at.step)).ifPresent(listeners::healthMeasured);
    }

    private TrainingResult finish(StopReason reason) {
        double seconds = seconds(state.nanos());
        boolean interrupted = reason == StopReason.INTERRUPTED;
        boolean restored =
                !interrupted && patience.isPresent() && patience.get().restoreBest();
        return new TrainingResult(
                reason,
                at.epoch,
                at.step,
                seconds,
                restored ? OptionalLong.of(patience.get().bestEpoch()) : OptionalLong.empty(),
                interrupted ? Map.of() : measurements.atTheEnd(),
                history);
    }

    private boolean isLate() {
        return options.maxTime().isPresent()
                && state.nanos() >= options.maxTime().get().toNanos();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
