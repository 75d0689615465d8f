package org.layerwise.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.network.Network;
import org.layerwise.optimizers.Optimizer;

/** Puts a {@link Trainer} together. Required are training examples, options and, for mini-batches, random numbers. */
public final class TrainerBuilder {
    private final Network network;
    private final Optimizer optimizer;
    private final Map<Part, Examples> parts = new EnumMap<>(Part.class);
    private final Map<String, RandomSource> streams = new LinkedHashMap<>();
    private final Map<String, Resumable> resumables = new LinkedHashMap<>();
    private final Set<String> alsoWatched = new LinkedHashSet<>();
    private final List<TrainingListener> listeners = new ArrayList<>();
    private Optional<TrainingOptions> options = Optional.empty();
    private List<String> classes = List.of();
    private Optional<UnaryOperator<DenseMatrix>> ownUnits = Optional.empty();
    private Optional<RandomSource> random = Optional.empty();
    private Optional<Shuffling> shuffling = Optional.empty();
    private Optional<LongSupplier> clock = Optional.empty();
    private TrainerSetup.Watching watching = TrainerSetup.Watching.NOTHING;
    private Checkpointer checkpointer = new Checkpointer() {};
    private BooleanSupplier stopRequest = () -> false;
    private Optional<TrainingState> resumeFrom = Optional.empty();

    TrainerBuilder(Network network, Optimizer optimizer) {
        this.network = network;
        this.optimizer = optimizer;
    }

    /** The training examples; required. */
    public TrainerBuilder train(Examples examples) {
        return part(Part.TRAIN, examples);
    }

    /** The dev examples: their cost and metrics are in every record. */
    public TrainerBuilder dev(Examples examples) {
        return part(Part.DEV, examples);
    }

    /** The test examples: their cost and metrics are in the result. */
    public TrainerBuilder test(Examples examples) {
        return part(Part.TEST, examples);
    }

    /** The examples of a part. */
    public TrainerBuilder part(Part part, Examples examples) {
        parts.put(part, examples);
        return this;
    }

    /** How to train; required. */
    public TrainerBuilder options(TrainingOptions options) {
        this.options = Optional.of(options);
        return this;
    }

    /** The classes' names in the order of their numbers, for class weights and tables. */
    public TrainerBuilder classes(List<String> names) {
        classes = List.copyOf(names);
        return this;
    }

    /**
     * Gives targets and predictions of shape (outputs, examples) back in the target's own units, where they were
     * transformed: metrics are taken there; the cost is not.
     */
    public TrainerBuilder ownUnits(UnaryOperator<DenseMatrix> inverse) {
        ownUnits = Optional.of(inverse);
        return this;
    }

    /**
     * The run's random numbers: mini-batches are shuffled by {@link Shuffling#byEpoch} unless told otherwise, and its
     * state belongs to the run's state.
     */
    public TrainerBuilder random(RandomSource source) {
        random = Optional.of(source);
        return this;
    }

    /** The order of the examples; without this call {@link Shuffling#byEpoch} of {@link #random}. */
    public TrainerBuilder shuffling(Shuffling order) {
        shuffling = Optional.of(order);
        return this;
    }

    /** A further stream that training draws from, such as one of noise: its state belongs to the run's state. */
    public TrainerBuilder stream(String name, RandomSource source) {
        streams.put(name, source);
        return this;
    }

    /** Something else that remembers while training: what it remembers belongs to the run's state under this name. */
    public TrainerBuilder resumable(String name, Resumable part) {
        resumables.put(name, part);
        return this;
    }

    /** A value such as {@code dev_cost} that is measured after every epoch, for the checkpointer to see. */
    public TrainerBuilder watch(String monitor) {
        alsoWatched.add(monitor);
        return this;
    }

    /** Nanoseconds that only grow, {@code System::nanoTime} for instance; without it time stands at 0. */
    public TrainerBuilder clock(LongSupplier nanoseconds) {
        clock = Optional.of(nanoseconds);
        return this;
    }

    /** Adds a listener; the trainer closes it at the end. */
    public TrainerBuilder listener(TrainingListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Watches the layers: listeners get a {@link HealthRecord} for each epoch that is logged by the calendar. Training
     * ends in the same bits with it, and takes a copy of the parameters more memory.
     */
    public TrainerBuilder watchHealth() {
        watching = TrainerSetup.Watching.HEALTH;
        return this;
    }

    /** Who is offered the run's state. */
    public TrainerBuilder checkpointer(Checkpointer checkpointer) {
        this.checkpointer = checkpointer;
        return this;
    }

    /** Asked after each step whether to stop at once; may be answered by another thread's wish. */
    public TrainerBuilder stopRequest(BooleanSupplier request) {
        stopRequest = request;
        return this;
    }

    /** Goes on where another run of the same network, optimizer, examples and options stood. */
    public TrainerBuilder resumeFrom(TrainingState state) {
        resumeFrom = Optional.of(state);
        return this;
    }

    /**
     * Checks that everything fits.
     *
     * @throws IllegalStateException if something required is missing
     * @throws org.layerwise.core.ShapeException if examples do not fit the network
     * @throws MetricException if a metric has no meaning for what the loss takes
     * @throws IllegalArgumentException if a monitored value does not exist or class weights do not fit
     */
    public Trainer build() {
        TrainingOptions chosen =
                options.orElseThrow(() -> new IllegalStateException("a trainer needs options: call options(…)"));
        Shuffling order = shuffling(chosen);
        Map<String, RandomSource> all = new LinkedHashMap<>();
        random.ifPresent(source -> all.put("main", source));
        order.stream().ifPresent(source -> all.put("shuffle", source));
        all.putAll(streams);
        TrainerSetup setup = new TrainerSetup(
                network,
                optimizer,
                chosen,
                Collections.unmodifiableMap(new EnumMap<>(parts)),
                task(),
                ownUnits,
                order,
                Collections.unmodifiableMap(all),
                Collections.unmodifiableMap(new LinkedHashMap<>(resumables)),
                Collections.unmodifiableSet(new LinkedHashSet<>(alsoWatched)),
                clock,
                List.copyOf(listeners),
                watching,
                checkpointer,
                stopRequest,
                resumeFrom);
        new TrainerChecks(setup).pass();
        return new Trainer(setup);
    }

    private Task task() {
        return new Task(
                network.loss().targets(), network.outputs(), network.loss().threshold(), classes);
    }

    private Shuffling shuffling(TrainingOptions chosen) {
        if (shuffling.isPresent()) {
            return shuffling.get();
        }
        if (chosen.batchSize().isEmpty()) {
            return Shuffling.none();
        }
        return random.map(Shuffling::byEpoch)
                .orElseThrow(() -> new IllegalStateException(
                        "shuffled mini-batches need random numbers: call random(…), or shuffling(Shuffling.none())"));
    }
}
