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
import org.layerwise.core.ShapeException;
import org.layerwise.network.Layer;
import org.layerwise.network.Network;
import org.layerwise.network.Workspace;
import org.layerwise.optimizers.Optimizer;

/** Everything that a trainer was given; checks that it fits together. */
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
    /** Refuses what would only be found wrong later. */
    void check() {
        if (!parts.containsKey(Part.TRAIN)) {
            throw new IllegalStateException("a trainer needs training examples: call train(…)");
        }
        parts.forEach(this::checkShapes);
        options.metrics().values().forEach(metric -> metric.start(task));
        watched().forEach(this::checkMonitor);
        if (options.maxTime().isPresent() && givenClock.isEmpty()) {
            throw new IllegalStateException("max_time needs a clock: call clock(…)");
        }
        if (network.parameters().stream().noneMatch(Parameter::isTrained)) {
            throw new IllegalArgumentException("no layer can be trained: all are frozen or have no parameters");
        }
        if (optimizer.searchOver(List.of()).isPresent()) {
            checkSearch();
        }
        weightedTrain();
    }

    /** A rule that looks at the cost at several places needs the same cost everywhere. */
    private void checkSearch() {
        String rule = optimizer.getClass().getSimpleName();
        if (batchSize() < train().count()) {
            throw new IllegalArgumentException(rule + " needs the whole training part in each step; call fullBatch()");
        }
        if (options.gradientClipping().isPresent()) {
            throw new IllegalArgumentException(rule + " searches along true gradients; leave clipping out");
        }
        if (!network.constraints().isEmpty()) {
            throw new IllegalArgumentException(rule + " can't keep constraints; leave them out");
        }
        network.layers().stream()
                .filter(layer -> layer.layers().stream().anyMatch(Layer::drawsNoise))
                .findFirst()
                .ifPresent(noisy -> {
                    throw new IllegalArgumentException(rule + " needs the same cost wherever it looks again; "
                            + noisy.name() + " draws noise, leave it out");
                });
        if (network.parameters().stream().anyMatch(p -> p.isTrained() && p.rateFactor() != 1)) {
            throw new IllegalArgumentException(rule + " has one step for all layers; leave their factors out");
        }
    }

    private void checkShapes(Part part, Examples examples) {
        if (examples.features() != network.inputs()) {
            throw new ShapeException("the network takes " + network.inputs() + " features but the " + part.label()
                    + " part has " + examples.features());
        }
        if (examples.outputs() != network.outputs()) {
            throw new ShapeException("the network has " + network.outputs() + " outputs but Y of the " + part.label()
                    + " part is " + examples.outputs() + "x" + examples.count());
        }
    }

    private void checkMonitor(String name) {
        if (!monitors().containsKey(name)) {
            throw new IllegalArgumentException("there is no value '" + name + "' to monitor; there are "
                    + String.join(", ", monitors().keySet()));
        }
    }

    LongSupplier clock() {
        return givenClock.orElse(() -> 0);
    }

    Map<String, Better> monitors() {
        return Monitors.available(parts.keySet(), options.metrics());
    }

    int batchSize() {
        return options.batchSize().orElse(train().count());
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
        Examples train = train();
        if (options.classWeights().isEmpty()) {
            return train;
        }
        if (!task.singleLabel()) {
            throw new IllegalArgumentException("class_weights need one class for each example");
        }
        int[] classes = new int[train.count()];
        long[] counts = new long[task.classCount()];
        int[] at = {0};
        train.eachTargets(y -> {
            for (int i = 0; i < y.getColumnDimension(); i++) {
                int own = task.actualClass(y, i);
                classes[at[0]++] = own;
                counts[own]++;
            }
        });
        double[] byClass = options.classWeights().get().of(task, counts);
        Optional<double[]> own = train.weights();
        double[] weights = own.orElseGet(() -> new double[classes.length]);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = byClass[classes[i]] * (own.isPresent() ? weights[i] : 1);
        }
        return train.withOwnWeights(weights);
    }

    private Examples train() {
        return Optional.ofNullable(parts.get(Part.TRAIN)).orElseThrow();
    }

    private Set<String> watched() {
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
