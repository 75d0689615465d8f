package org.layerwise.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Network;
import org.layerwise.network.Workspace;

/**
 * Measures the cost and the metrics of a network on examples, without noise.
 *
 * <p>Examples are taken in chunks of a fixed size, so that the same network and examples give the same bits whoever
 * asks: the trainer after an epoch, or a program that loaded the model. Workspaces are made once for each chunk size.
 */
public final class Evaluator {
    private static final int CHUNK = 512;

    private final Network network;
    private final Task task;
    private final Map<String, Metric> metrics;
    private final Optional<UnaryOperator<DenseMatrix>> ownUnits;
    private final Map<Integer, Workspace> workspaces;

    /**
     * @param metrics by the names under which their values are wanted
     * @throws MetricException if a metric has no meaning for this task
     */
    public Evaluator(Network network, Task task, Map<String, Metric> metrics) {
        this(network, task, metrics, Optional.empty());
    }

    /**
     * @param ownUnits gives targets or predictions of shape (outputs, examples) back in the target's own units, where
     *     they were transformed; metrics are taken there, the cost is not
     * @throws MetricException if a metric has no meaning for this task
     */
    public Evaluator(
            Network network, Task task, Map<String, Metric> metrics, Optional<UnaryOperator<DenseMatrix>> ownUnits) {
        this(network, task, metrics, ownUnits, new LinkedHashMap<>());
    }

    /** @param workspaces by their examples, shared with evaluators that are never at work at the same time */
    Evaluator(
            Network network,
            Task task,
            Map<String, Metric> metrics,
            Optional<UnaryOperator<DenseMatrix>> ownUnits,
            Map<Integer, Workspace> workspaces) {
        this.workspaces = workspaces;
        this.network = network;
        this.task = task;
        this.metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        this.ownUnits = ownUnits;
        metrics.values().forEach(metric -> metric.start(task));
    }

    /** What the network is asked to predict. */
    public Task task() {
        return task;
    }

    /** The metrics by name. */
    public Map<String, Metric> metrics() {
        return metrics;
    }

    /** Cost and metrics over these examples. */
    public Evaluation evaluate(Examples examples) {
        return evaluate(examples, workspace -> {});
    }

    /** @param observer sees each chunk after its forward pass */
    Evaluation evaluate(Examples examples, Consumer<Workspace> observer) {
        return evaluate(examples, Optional.empty(), observer);
    }

    /** @param filled holds these examples, all of them and without weights, where they are not more than a chunk */
    Evaluation evaluate(Examples examples, Optional<Workspace> filled, Consumer<Workspace> observer) {
        int count = examples.count();
        Map<String, Metric.Accumulator> accumulators = new LinkedHashMap<>();
        metrics.forEach((name, metric) -> accumulators.put(name, metric.start(task)));
        double loss = 0;
        for (int from = 0; from < count; from += CHUNK) {
            Workspace workspace = count <= CHUNK && filled.isPresent() ? filled.get() : gathered(examples, from);
            loss += network.meanLoss(workspace) * ((double) workspace.examples() / count);
            add(accumulators, workspace);
            observer.accept(workspace);
        }
        Map<String, MetricValue> values = new LinkedHashMap<>();
        accumulators.forEach((name, accumulator) -> values.put(name, accumulator.value()));
        return new Evaluation(loss + network.penalty(count), values);
    }

    private Workspace gathered(Examples examples, int from) {
        Workspace workspace = workspace(Math.min(CHUNK, examples.count() - from));
        examples.gatherInOrder(from, workspace);
        return workspace;
    }

    private void add(Map<String, Metric.Accumulator> accumulators, Workspace workspace) {
        if (accumulators.isEmpty()) {
            return;
        }
        DenseMatrix prediction = inOwnUnits(workspace.prediction());
        DenseMatrix target = inOwnUnits(workspace.target());
        accumulators.values().forEach(accumulator -> accumulator.add(prediction, target));
    }

    private DenseMatrix inOwnUnits(DenseMatrix values) {
        return ownUnits.map(inverse -> inverse.apply(values)).orElse(values);
    }

    private Workspace workspace(int examples) {
        return workspaces.computeIfAbsent(examples, network::workspace);
    }
}
