package org.layerwise.training;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.layerwise.core.DenseMatrix;

/** Where a run stands, and everything that it remembers: what is saved, and what another run goes on from. */
final class RunState implements Checkpointer.StateSource {
    private static final String ORDER = "order";

    final EpochProgress at = new EpochProgress();

    private final Batches batches;
    private final Changing changing;
    private final Checkpointer checkpointer;
    private final LongSupplier clock;
    private final long started;
    private final StateGate gate = new StateGate();
    private long nanosBefore;
    private Map<String, Double> measured = Map.of();
    private Optional<Changing.Snapshot> beforeStep = Optional.empty();
    private boolean ended;

    RunState(Batches batches, Changing changing, TrainerSetup setup) {
        this.batches = batches;
        this.changing = changing;
        this.checkpointer = setup.checkpointer();
        this.clock = setup.clock();
        this.started = clock.getAsLong();
        setup.resumeFrom().ifPresent(this::resume);
    }

    /** The training thread has the state to itself until {@link #release}. */
    void hold() {
        gate.close();
    }

    /** The training thread will not change the state any more. */
    void release() {
        gate.open();
    }

    /** Does something long that leaves the state alone; meanwhile another thread may save it. */
    <T> T apart(Supplier<T> work) {
        return gate.apart(work);
    }

    /** Does something long that changes nothing but what layers, streams and counters remember. */
    <T> T apartFromUpdates(Supplier<T> work) {
        beforeStep = Optional.of(changing.beforeGradients());
        T result = gate.apart(work);
        beforeStep = Optional.empty();
        return result;
    }

    /** Tells the checkpointer, once, that the run ends by itself. */
    void end() {
        if (!ended) {
            ended = true;
            checkpointer.ended(this);
        }
    }

    /** Has another thread save the state and ends the run. */
    boolean stopNow(Duration wait) {
        return gate.shutDown(wait, () -> {
            if (!ended) {
                checkpointer.interrupted(this);
            }
        });
    }

    void measured(Map<String, Double> values) {
        measured = values;
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
        return nanosBefore + clock.getAsLong() - started;
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
        return state(changing.copy());
    }

    @Override
    public TrainingState view() {
        return state(beforeStep.orElseGet(changing::live));
    }

    private TrainingState state(Changing.Snapshot snapshot) {
        Map<String, DenseMatrix> matrices = new LinkedHashMap<>(snapshot.matrices());
        if (at.begun) {
            matrices.put(ORDER, batches.order());
        }
        return new TrainingState(at.position(nanos()), measured, matrices, snapshot.numbers(), snapshot.random());
    }

    private void resume(TrainingState state) {
        Map<String, DenseMatrix> matrices = new LinkedHashMap<>(state.matrices());
        Optional<DenseMatrix> order = Optional.ofNullable(matrices.remove(ORDER));
        order.ifPresent(begun -> batches.resume(begun, state.position().epoch()));
        changing.fill(new Changing.Snapshot(matrices, state.numbers(), state.random()));
        at.resume(state.position(), order.isPresent());
        measured = state.values();
        nanosBefore = state.position().nanos();
    }
}
