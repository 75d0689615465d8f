package org.layerwise.training;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.layerwise.network.Workspace;

/** One run of a {@link Trainer}: epochs of steps until a rule ends it. */
final class TrainingRun {
    /** While a step of so many nanoseconds is under way, another thread may save what was before it. */
    private static final long LONG_STEP_NANOS = 50_000_000;

    private final TrainerSetup setup;
    private final TrainingOptions options;
    private final Listeners listeners;
    private final Checkpointer checkpointer;
    private final Rates rates;
    private final Batches batches;
    private final Stepper stepper;
    private final BatchGradients gradients;
    private final Measurements measurements;
    private final EpochLog log;
    private final ProgressReports progress;
    private final Stopping stopping;
    private final Optional<Health> health;
    private final Optional<Patience> patience;
    private final Optional<AveragedWeights> averages;
    private final Optional<Growth> growth;
    private final RunState state;
    private final EpochProgress at;
    private long lastStepNanos = Long.MAX_VALUE;
    private long stepEnded;

    TrainingRun(TrainerSetup setup, Listeners listeners) {
        this.setup = setup;
        this.options = setup.options();
        this.listeners = listeners;
        this.checkpointer = setup.checkpointer();
        this.rates = new Rates(setup.optimizer().learningRate(), setup.monitors());
        this.batches = new Batches(
                setup.network(), setup.weightedTrain(), setup.batchSize(), options.accumulate(), setup.shuffling());
        this.stepper = new Stepper(setup.network(), setup.optimizer(), options.gradientClipping());
        this.health = setup.health();
        this.measurements = setup.measurements(health, batches::wholePart);
        BestWeights best = new BestWeights(setup.keepsBest() ? Changing.live(setup.network()) : List.of());
        this.patience = options.earlyStopping().map(rule -> setup.patience(rule, best));
        this.stopping = new Stopping(options.stopWhen(), setup.monitors(), patience);
        this.averages = options.weightAverage().map(rule -> new AveragedWeights(rule, stepper.parameters()));
        this.growth = options.divergenceFactor().stream().mapToObj(Growth::new).findFirst();
        this.state = new RunState(batches, changing(best), setup);
        this.at = state.at;
        this.gradients = gradients();
        this.log = new EpochLog(options, measurements, stopping, health, state, listeners);
        this.progress = new ProgressReports(listeners, at, options.epochs(), batches.count());
    }

    /** What else remembers anything is added here: see {@link Resumable}. */
    private Changing changing(BestWeights best) {
        Changing changing = new Changing(setup.network(), stepper, best, setup.streams());
        patience.ifPresent(counter -> changing.add("early_stopping", counter));
        changing.add("learning_rate", rates);
        averages.ifPresent(changing::add);
        growth.ifPresent(watch -> changing.add("growth", watch));
        setup.resumables().forEach(changing::add);
        return changing;
    }

    private BatchGradients gradients() {
        FiniteCheck finite = new FiniteCheck(setup.network(), stepper.parameters(), options.onNonFinite(), listeners);
        Optional<GradientSum> sum =
                options.accumulate() == 1 ? Optional.empty() : Optional.of(new GradientSum(stepper.parameters()));
        return new BatchGradients(batches, stepper, sum, finite, at);
    }

    TrainingResult train() {
        Optional<StopReason> over = reasonToStop();
        listeners.started(new TrainingStarted(
                at.epoch,
                options.epochs(),
                setup.counts(),
                batches.size(),
                setup.parameterCount(),
                over.isPresent(),
                measurements.columns()));
        StopReason reason = trainOrRestore(over);
        TrainingResult result = finish(reason);
        listeners.finished(result);
        return result;
    }

    /** What ended the run from whose state this one goes on, as far as it still holds. */
    private Optional<StopReason> reasonToStop() {
        if (at.epoch >= options.epochs()) {
            return Optional.of(StopReason.EPOCHS_DONE);
        }
        return at.epoch > 0 && !at.begun ? stopping.still(state.values()) : Optional.empty();
    }

    private StopReason trainOrRestore(Optional<StopReason> over) {
        try {
            return trainUntilStopped(over);
        } catch (DivergedException e) {
            chooseWeights();
            throw e;
        }
    }

    private StopReason trainUntilStopped(Optional<StopReason> over) {
        try {
            state.hold();
            Optional<StopReason> reason = over;
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
            step();
            checkpointer.stepFinished(state);
            if (setup.stopRequest().getAsBoolean()) {
                checkpointer.interrupted(state);
                return Optional.of(StopReason.INTERRUPTED);
            }
            late = isLate();
        }
        return endEpoch(late);
    }

    private boolean isLate() {
        return options.maxTime().isPresent()
                && state.nanos() >= options.maxTime().get().toNanos();
    }

    /** One update; allocates nothing once warm, unless steps are long. */
    private void step() {
        Workspace workspace =
                lastStepNanos < LONG_STEP_NANOS ? gradients.compute() : state.apartFromUpdates(gradients::compute);
        update(workspace);
        int examples = batches.examples(at.batch);
        at.stepDone(gradients.cost(), examples);
        long now = state.nanos();
        lastStepNanos = now - stepEnded;
        stepEnded = now;
        progress.stepDone(examples, now);
    }

    private void update(Workspace workspace) {
        boolean looked = health.isPresent() && at.batch + 1 == batches.count() && log.isDue();
        if (looked) {
            health.get().beforeUpdate();
        }
        stepper.update(workspace, gradients.cost(), at.step, rate());
        if (looked) {
            health.get().afterUpdate();
        }
        if (averages.isPresent()) {
            averages.get().updated(at.epoch);
        }
    }

    private double rate() {
        return rates.at(at.epoch, at.step);
    }

    private Optional<StopReason> endEpoch(boolean late) {
        double seconds = seconds(state.nanos());
        boolean whole = at.batch == batches.count();
        if (!whole) {
            state.end(); // a run with more time goes on within this epoch, which is not looked at before it is done
        }
        Optional<StopReason> reason = averages.isPresent()
                ? averages.get().whileUsed(() -> log.take(seconds, late))
                : log.take(seconds, late);
        rates.epochFinished(state.values());
        if (growth.isPresent()) {
            growth.get().epochFinished(at.epoch, at.step, at.trainCost());
        }
        at.epochDone();
        if (whole) {
            checkpointer.epochFinished(state);
        }
        return reason.or(() -> timeOver(late));
    }

    private Optional<StopReason> timeOver(boolean late) {
        if (at.epoch == options.epochs()) {
            return Optional.of(StopReason.EPOCHS_DONE);
        }
        return late ? Optional.of(StopReason.MAX_TIME) : Optional.empty();
    }

    private TrainingResult finish(StopReason reason) {
        double seconds = seconds(state.nanos());
        OptionalLong restored = chooseWeights();
        return new TrainingResult(
                reason,
                at.epoch,
                at.step,
                seconds,
                restored,
                reason == StopReason.INTERRUPTED ? Map.of() : measurements.atTheEnd(batches::release),
                log.records());
    }

    /** Leaves the best weights in the network, else their average, else the last ones; gives the epoch of the best. */
    private OptionalLong chooseWeights() {
        if (patience.isPresent() && patience.get().restoreBest()) {
            return OptionalLong.of(patience.get().bestEpoch());
        }
        averages.ifPresent(AveragedWeights::use);
        return OptionalLong.empty();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
