package org.layerwise.training;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.network.Network;
import org.layerwise.network.Workspace;
import org.layerwise.optimizers.Optimizer;

/** Everything that a trainer was given, and the parts of a run that are made of it. See {@link TrainerChecks}. */
record TrainerSetup(
        Network network,
        Optimizer optimizer,
        TrainingOptions options,
        Map<Part, Examples> parts,
        Task task,
        Optional<UnaryOperator<DenseMatrix>> ownUnits,
        Shuffling shuffling,
        Map<String, RandomSource> streams,
        Map<String, Resumable> resumables,
        Set<String> alsoWatched,
        Optional<LongSupplier> givenClock,
        List<TrainingListener> listeners,
        Watching watching,
        Checkpointer checkpointer,
        BooleanSupplier stopRequest,
        Optional<TrainingState> resumeFrom) {
    LongSupplier clock() {
        return givenClock.orElse(() -> 0);
    }

    Map<String, Better> monitors() {
        return Monitors.available(parts.keySet(), options.metrics());
    }

    int batchSize() {
        return options.batchSize().orElse(train().count());
    }

    boolean isFullBatch() {
        return batchSize() >= train().count();
    }

    Map<Part, Integer> counts() {
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        parts.forEach((part, examples) -> counts.put(part, examples.count()));
        return counts;
    }

    long parameterCount() {
        return network.parameters().stream()
                .filter(Parameter::isTrained)
                .mapToLong(p -> p.value().values().length)
                .sum();
    }

    boolean keepsBest() {
        return options.earlyStopping().map(EarlyStopping::restoreBest).orElse(false);
    }

    Patience patience(EarlyStopping rule, BestWeights best) {
        return new Patience(rule, monitors().getOrDefault(rule.monitor(), Better.NEITHER), best);
    }

    /** What watches the layers, if anything does. */
    Optional<Health> health() {
        return watching == Watching.HEALTH ? Optional.of(new Health(network)) : Optional.empty();
    }

    Measurements measurements(Optional<Health> health, Supplier<Optional<Workspace>> filled) {
        Map<Integer, Workspace> workspaces = new LinkedHashMap<>();
        return new Measurements(
                parts,
                options.metrics(),
                watched(),
                metrics -> new Evaluator(network, task, new LinkedHashMap<>(metrics), ownUnits, workspaces),
                health,
                filled);
    }

    /** The training examples with the weights of their classes. */
    Examples weightedTrain() {
        return options.classWeights()
                .map(rule -> ClassWeighting.of(train(), rule, task))
                .orElseGet(this::train);
    }

    private Examples train() {
        return Optional.ofNullable(parts.get(Part.TRAIN)).orElseThrow();
    }

    /** What rules and whoever follows the run look at in every epoch. */
    Set<String> watched() {
        Set<String> names = new TreeSet<>(options.stopWhen().keySet());
        options.earlyStopping().ifPresent(rule -> names.add(rule.monitor()));
        optimizer.learningRate().feedback().ifPresent(rule -> names.add(rule.monitor()));
        names.addAll(alsoWatched);
        return names;
    }

    /** What a run looks at beside costs and metrics. */
    enum Watching {
        /** Nothing. */
        NOTHING,
        /** The layers. */
        HEALTH
    }
}
