package org.layerwise.experiment.internal.run;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.dataio.Dataset;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.MemoryEstimate;
import org.layerwise.experiment.TrainingPlan;
import org.layerwise.network.Precision;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.training.EarlyStopping;

/** Counts what a run will allocate and keep. */
public final class MemoryNeeds {
    /** Classes, compiled names, the component catalogue, buffers of fixed size: what the smallest run needs, measured. */
    private static final long PROGRAM = 5L << 20;
    /** The garbage collector wants so small a part of what is held to work in. */
    private static final long COLLECTOR = 10;
    /** Indices of an example: of its rows, its place in an epoch's order, and in the order of measuring. */
    private static final long INDICES = 4 * 5;
    /** Of a streamed one: of its row, and its place in an epoch's order. */
    private static final long STREAMED_INDICES = 4 * 2;
    /** Batches of streamed data that are read ahead, with what they are read from. */
    private static final long AHEAD = 4;

    /** Examples that the evaluator takes at a time. */
    private static final int CHUNK = 512;

    private final TrainingPlan plan;
    private final Preparation data;
    private final LayerSizes layers;
    private final long inputs;
    private final long examples;
    private final long batch;
    private final long rest;

    /** The needs of an experiment on these data. */
    public MemoryNeeds(Experiment experiment, Preparation data) {
        this.plan = experiment.training();
        this.data = data;
        this.inputs = data.train().features();
        this.layers = LayerSizes.of(
                NetworkPlans.resolved(experiment.network()).layers(),
                data.train().features());
        this.examples = data.train().examples();
        this.batch = plan.batchSize().outOf(data.train().examples());
        this.rest = examples % batch;
    }

    /** All of them. */
    public MemoryEstimate estimate() {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("program", PROGRAM);
        parts.put("data", data());
        parts.put("parameters", 2 * Double.BYTES * layers.parameters());
        parts.put("optimizer", Math.round(Double.BYTES * layers.parameters() * stateOf(plan.optimizer())));
        parts.put("copies", Double.BYTES * layers.parameters() * copies());
        parts.put("batches", Double.BYTES * training());
        parts.put("measuring", Double.BYTES * Math.max(measuring(false), measuring(true) - training()));
        if (plan.precision() == Precision.MIXED) {
            parts.put("floats", Float.BYTES * floats());
        }
        long held = parts.values().stream().mapToLong(Long::longValue).sum();
        parts.put("collector", held / COLLECTOR);
        return new MemoryEstimate(parts);
    }

    private long data() {
        IdentityHashMap<Object, Long> held = new IdentityHashMap<>();
        long other = 0;
        for (Dataset part : (Iterable<Dataset>)
                Stream.concat(data.raw().values().stream(), data.parts().values().stream())::iterator) {
            held.putAll(part.held());
        }
        for (Dataset part : data.parts().values()) {
            boolean streamed = part.isStreamed();
            other += (streamed ? STREAMED_INDICES : INDICES) * part.examples();
            other += streamed
                    ? 0
                    : Double.BYTES * (long) part.examples() * data.encoding().outputs();
        }
        if (data.isStreamed()) {
            other += AHEAD * Math.max(batch, Math.min(examples, CHUNK)) * inputs * Double.BYTES;
        }
        return other + held.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Doubles that a rule keeps for each parameter: asked of it for a small one. */
    private static double stateOf(Optimizer optimizer) {
        Parameter small = Parameter.of("small", new DenseMatrix(4, 4));
        List<DenseMatrix> state = optimizer
                .searchOver(List.of(small))
                .map(Optimizer.Search::state)
                .orElseGet(() -> optimizer.updaterFor(small).state());
        long entries =
                state.stream().mapToLong(matrix -> matrix.values().length).sum();
        return (double) entries / small.value().values().length;
    }

    private long copies() {
        boolean best = plan.earlyStopping().map(EarlyStopping::restoreBest).orElse(false);
        return Stream.of(plan.health(), best, plan.weightAverage().isPresent(), plan.accumulate() > 1)
                .filter(kept -> kept)
                .count();
    }

    private long training() {
        return (batch + rest)
                * (inputs
                        + layers.values()
                        + layers.gradients()
                        + 2L * data.encoding().outputs());
    }

    /**
     * One workspace for each size of a chunk that the parts need. The test part is measured at the end, when the
     * workspaces of training are given up.
     */
    private long measuring(boolean atTheEnd) {
        boolean full = batch == examples && examples <= CHUNK;
        long columns = data.parts().entrySet().stream()
                .filter(part -> !(full && part.getKey().equals(Parts.TRAIN)))
                .filter(part -> atTheEnd || !part.getKey().equals(Parts.TEST))
                .map(Map.Entry::getValue)
                .flatMap(part -> Stream.of((long) Math.min(part.examples(), CHUNK), (long) part.examples() % CHUNK))
                .distinct()
                .mapToLong(Long::longValue)
                .sum();
        return columns * (inputs + layers.values() + data.encoding().outputs());
    }

    private long floats() {
        long results = layers.largest() / 2; // of pieces of products, two of them at a time
        return layers.weights() + results + (batch + rest) * (inputs + layers.operands());
    }
}
