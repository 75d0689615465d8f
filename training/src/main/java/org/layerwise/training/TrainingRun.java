package org.layerwise.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Workspace;
import org.layerwise.optimizers.LearningRateSchedule;

/** One run of a {@link Trainer}: all that changes while it trains. */
final class TrainingRun implements Checkpointer.StateSource {
    private static final long PROGRESS_NANOS = 100_000_000;

    private final TrainerSetup setup;
    private final TrainingOptions options;
    private final LearningRateSchedule rates;
    private final Batches batches;
    private final Stepper stepper;
    private final Measurements measurements;
    private final Optional<Patience> patience;
    private final Stopping stopping;
    private final Changing changing;
    private final Listeners listeners;
    private final Checkpointer checkpointer;
    private final EpochProgress at = new EpochProgress();
    private final List<EpochRecord> history = new ArrayList<>();
    private final long started;
    private Map<String, Double> measured = Map.of();
    private boolean toldNonFinite;
    private long nextProgress;
    private long examplesHere;
    private long nanosBefore;

    TrainingRun(TrainerSetup setup, Listeners listeners) {
        this.setup = setup;
        this.options = setup.options();
        this.rates = setup.optimizer().learningRate();
        this.listeners = listeners;
        this.checkpointer = setup.checkpointer();
        this.batches = new Batches(setup.network(), setup.weightedTrain(), setup.batchSize(), setup.shuffling());
        this.stepper = new Stepper(setup.network(), setup.optimizer(), options.gradientClipping());
        this.measurements = setup.measurements();
        BestWeights best = new BestWeights(setup.keepsBest() ? Changing.live(setup.network()) : List.of());
        this.patience = options.earlyStopping().map(rule -> setup.patience(rule, best));
        this.stopping = new Stopping(options.stopWhen(), setup.monitors(), patience);
        this.changing = new Changing(setup.network(), stepper, best, setup.streams());
        setup.resumeFrom().ifPresent(this::resume);
        this.started = setup.clock().getAsLong();
    }

    TrainingResult train() {
        listeners.started(new TrainingStarted(
                at.epoch,
                options.epochs(),
                setup.counts(),
                batches.size(),
                setup.parameterCount(),
                measurements.columns()));
        Optional<StopReason> reason =
                at.epoch < options.epochs() ? Optional.empty() : Optional.of(StopReason.EPOCHS_DONE);
        while (reason.isEmpty()) {
            reason = trainEpoch();
        }
        TrainingResult result = finish(reason.get());
        listeners.finished(result);
        return result;
    }

    TrainingFailed failed(RuntimeException cause) {
        return new TrainingFailed(at.epoch, at.step, cause);
    }

    private Optional<StopReason> trainEpoch() {
        if (at.batch == 0) {
            batches.begin(at.epoch);
            at.begin(rate());
        }
        boolean late = false;
        while (at.batch < batches.count() && !late) {
            trainBatch();
            checkpointer.stepFinished(this);
            if (setup.stopRequest().getAsBoolean()) {
                checkpointer.interrupted(this);
                return Optional.of(StopReason.INTERRUPTED);
            }
            late = isLate();
        }
        return endEpoch(late);
    }

    /** One update; allocates nothing once warm. */
    private void trainBatch() {
        Workspace workspace = batches.load(at.batch);
        double cost = stepper.differentiate(workspace, at.step);
        if (!stepper.isFinite(cost)) {
            report(stepper.describe(cost, workspace, at.epoch, at.step));
        }
        stepper.update(at.step, rate());
        at.stepDone(cost, workspace.examples());
        examplesHere += workspace.examples();
        if (!listeners.isEmpty()) {
            progress(nanos());
        }
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
        double seconds = seconds(nanos());
        boolean last = at.epoch + 1 == options.epochs();
        boolean logged = last || late || at.epoch % options.logEvery() == 0;
        measured = logged ? measurements.afterLoggedEpoch() : measurements.afterOtherEpoch();
        Optional<StopReason> reason = stopping.watches() ? stopping.after(at.epoch, values()) : Optional.empty();
        if (reason.isPresent() && !logged) {
            measured = measurements.afterLoggedEpoch();
        }
        if (reason.isPresent() || logged) {
            record(seconds);
        }
        at.epochDone();
        checkpointer.epochFinished(this);
        return reason.or(() -> last
                ? Optional.of(StopReason.EPOCHS_DONE)
                : late ? Optional.of(StopReason.MAX_TIME) : Optional.empty());
    }

    private void record(double seconds) {
        EpochRecord epochRecord = new EpochRecord(
                at.epoch, at.firstStep, at.trainCost(), at.lastBatchCost, at.firstRate, seconds, measured);
        history.add(epochRecord);
        listeners.epochFinished(epochRecord);
    }

    private TrainingResult finish(StopReason reason) {
        double seconds = seconds(nanos());
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
                && nanos() >= options.maxTime().get().toNanos();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    @Override
    public long epoch() {
        return at.epoch;
    }

    @Override
    public long step() {
        return at.step;
    }

    @Override
    public long nanos() {
        return nanosBefore + setup.clock().getAsLong() - started;
    }

    @Override
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>(measured);
        values.put(Monitors.TRAIN_COST, at.trainCost());
        values.put(Monitors.LAST_BATCH_COST, at.lastBatchCost);
        return values;
    }

    @Override
    public TrainingState capture() {
        TrainingState.Position position = new TrainingState.Position(
                at.epoch,
                at.step,
                at.batch,
                at.firstStep,
                at.firstRate,
                at.costSum,
                at.examples,
                at.lastBatchCost,
                nanos(),
                patience.map(Patience::epochsWithoutImprovement).orElse(0),
                patience.map(Patience::reference).orElse(0.0),
                patience.map(Patience::best).orElse(0.0),
                patience.map(Patience::bestEpoch).orElse(-1L));
        Map<String, DenseMatrix> matrices = changing.matrices();
        if (at.batch > 0) {
            matrices.put("order", batches.order());
        }
        return new TrainingState(position, matrices, changing.random());
    }

    private void resume(TrainingState state) {
        Map<String, DenseMatrix> matrices = new LinkedHashMap<>(state.matrices());
        Optional<DenseMatrix> order = Optional.ofNullable(matrices.remove("order"));
        order.ifPresent(batches::resume);
        changing.fill(matrices, state.random());
        at.resume(state.position());
        nanosBefore = state.position().nanos();
        patience.ifPresent(counter -> counter.resume(state.position()));
    }
}
