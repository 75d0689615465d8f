package org.layerwise.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.layerwise.network.Workspace;

/** One run of a {@link Trainer}: all that changes while it trains. */
final class TrainingRun {
    private static final long PROGRESS_NANOS = 100_000_000;
    /** While a step of so many nanoseconds is under way, another thread may save what was before it. */
    private static final long LONG_STEP_NANOS = 50_000_000;

    private final TrainerSetup setup;
    private final TrainingOptions options;
    private final Rates rates;
    private final Batches batches;
    private final Stepper stepper;
    private final Measurements measurements;
    private final Optional<Health> health;
    private final Optional<Patience> patience;
    private final Stopping stopping;
    private final Optional<GradientSum> gradientSum;
    private final Optional<AveragedWeights> averages;
    private final Optional<Growth> growth;
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
        this.rates = new Rates(setup.optimizer().learningRate(), setup.monitors());
        this.listeners = listeners;
        this.checkpointer = setup.checkpointer();
        this.batches = new Batches(
                setup.network(), setup.weightedTrain(), setup.batchSize(), options.accumulate(), setup.shuffling());
        this.stepper = new Stepper(setup.network(), setup.optimizer(), options.gradientClipping());
        this.health = setup.health();
        this.measurements = setup.measurements(health, batches::wholePart);
        BestWeights best = new BestWeights(setup.keepsBest() ? Changing.live(setup.network()) : List.of());
        this.patience = options.earlyStopping().map(rule -> setup.patience(rule, best));
        this.gradientSum =
                options.accumulate() == 1 ? Optional.empty() : Optional.of(new GradientSum(stepper.parameters()));
        this.averages = options.weightAverage().map(rule -> new AveragedWeights(rule, stepper.parameters()));
        this.growth = options.divergenceFactor().stream().mapToObj(Growth::new).findFirst();
        this.stopping = new Stopping(options.stopWhen(), setup.monitors(), patience);
        // What else remembers anything is added here: see Resumable.
        Changing changing = new Changing(setup.network(), stepper, best, setup.streams());
        patience.ifPresent(counter -> changing.add("early_stopping", counter));
        changing.add("learning_rate", rates);
        averages.ifPresent(changing::add);
        growth.ifPresent(watch -> changing.add("growth", watch));
        setup.resumables().forEach(changing::add);
        this.state = new RunState(batches, changing, setup);
        this.at = state.at;
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
        update(workspace);
        int examples = batches.examples(at.batch);
        at.stepDone(cost, examples);
        examplesHere += examples;
        long now = state.nanos();
        lastStepNanos = now - stepEnded;
        stepEnded = now;
        if (!listeners.isEmpty()) {
            progress(now);
        }
    }

    private void update(Workspace workspace) {
        boolean looked = health.isPresent() && at.batch + 1 == batches.count() && isLogged();
        if (looked) {
            health.get().beforeUpdate();
        }
        stepper.update(workspace, cost, at.step, rate());
        if (looked) {
            health.get().afterUpdate();
        }
        if (averages.isPresent()) {
            averages.get().updated(at.epoch);
        }
    }

    /** Whether the epoch is logged whatever happens. */
    private boolean isLogged() {
        return at.epoch % options.logEvery() == 0 || at.epoch + 1 == options.epochs();
    }

    /** Gathers a batch and computes its cost and gradients; nothing that only updates change may change here. */
    private Workspace differentiate() {
        if (gradientSum.isPresent()) {
            return accumulate(gradientSum.get());
        }
        Workspace workspace = batches.load(at.batch, 0, at.epoch);
        cost = stepper.differentiate(workspace, at.step);
        checkFinite(cost, workspace);
        return workspace;
    }

    private Workspace accumulate(GradientSum sum) {
        sum.begin();
        Workspace workspace = batches.load(at.batch, 0, at.epoch);
        for (int part = 0; part < batches.parts(at.batch); part++) {
            workspace = batches.load(at.batch, part, at.epoch);
            double loss = stepper.differentiateLoss(workspace, batches.pass(at.epoch, at.batch, part));
            checkFinite(loss, workspace);
            sum.add(loss, workspace.examples());
        }
        cost = stepper.unite(sum);
        checkFinite(cost, workspace);
        return workspace;
    }

    private void checkFinite(double value, Workspace workspace) {
        if (!stepper.isFinite(value)) {
            report(stepper.describe(value, workspace, at.epoch, at.step));
        }
    }

    private double rate() {
        return rates.at(at.epoch, at.step);
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
        boolean whole = at.batch == batches.count();
        if (!whole) {
            state.end(); // a run with more time goes on within this epoch, which is not looked at before it is done
        }
        boolean last = at.epoch + 1 == options.epochs();
        boolean logged = isLogged() || late;
        Optional<StopReason> reason = withAverages(() -> measure(seconds, logged));
        rates.epochFinished(state.values());
        if (growth.isPresent()) {
            growth.get().epochFinished(at.epoch, at.step, at.trainCost());
        }
        at.epochDone();
        if (whole) {
            checkpointer.epochFinished(state);
        }
        return reason.or(() -> last
                ? Optional.of(StopReason.EPOCHS_DONE)
                : late ? Optional.of(StopReason.MAX_TIME) : Optional.empty());
    }

    /** Does something with the averages in the weights' place, where there are any. */
    private <T> T withAverages(Supplier<T> work) {
        averages.ifPresent(AveragedWeights::use);
        try {
            return work.get();
        } finally {
            averages.ifPresent(AveragedWeights::putBack);
        }
    }

    /** Measures, records, and says whether a rule ends the run. */
    private Optional<StopReason> measure(double seconds, boolean logged) {
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
        return reason;
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
        OptionalLong restored = chooseWeights();
        return new TrainingResult(
                reason,
                at.epoch,
                at.step,
                seconds,
                restored,
                reason == StopReason.INTERRUPTED ? Map.of() : measurements.atTheEnd(batches::release),
                history);
    }

    /** Leaves the best weights in the network, else their average, else the last ones; gives the epoch of the best. */
    private OptionalLong chooseWeights() {
        if (patience.isPresent() && patience.get().restoreBest()) {
            return OptionalLong.of(patience.get().bestEpoch());
        }
        averages.ifPresent(AveragedWeights::use);
        return OptionalLong.empty();
    }

    private boolean isLate() {
        return options.maxTime().isPresent()
                && state.nanos() >= options.maxTime().get().toNanos();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
