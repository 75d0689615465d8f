package org.layerwise.experiment.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.BinaryTargets;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.NumericTargets;
import org.layerwise.dataio.TargetEncoding;
import org.layerwise.dataio.TargetTransforms;
import org.layerwise.dataio.Transform;
import org.layerwise.experiment.Predictions;

/** Applies a model to a data set: columns, transforms, network, names. */
public final class Predictor {
    private static final int CHUNK = 512;
    /** Examples whose predictions are handed over at once; a multiple of those that go through the network at once. */
    private static final int BATCH = 16 * CHUNK;

    private final LoadedModel model;
    private final Set<String> dropped;

    /** @param model the model to apply */
    public Predictor(LoadedModel model) {
        this.model = model;
        this.dropped = DroppedFeatures.of(model.description().transforms());
    }

    /**
     * What the model says of each example.
     *
     * @throws DataException if columns are missing, or values are missing or not finite
     */
    public Predictions predict(Dataset raw) {
        return named(raw, 0, outputs(raw.lazily(this::ready), 0, raw.examples()));
    }

    /**
     * What the model says of some examples after the other: memory is taken for these alone.
     *
     * @param each takes the number of its first example, and the predictions
     * @throws DataException if columns are missing, or values are missing or not finite
     */
    public void predict(Dataset raw, BiConsumer<Integer, Predictions> each) {
        Dataset dataset = raw.lazily(this::ready);
        for (int from = 0; from < dataset.examples(); from += BATCH) {
            each.accept(from, named(raw, from, outputs(dataset, from, Math.min(dataset.examples(), from + BATCH))));
        }
    }

    /** Some of the examples as the network takes them. */
    private Dataset ready(Dataset raw) {
        SavedModel description = model.description();
        Dataset dataset = Alignment.align(raw, description.features(), description.categories(), dropped);
        for (Transform.Fitted transform : description.transforms()) {
            dataset = transform.apply(dataset);
        }
        return dataset;
    }

    private DenseMatrix outputs(Dataset dataset, int first, int end) {
        DenseMatrix all = new DenseMatrix(model.network().outputs(), end - first);
        for (int from = first; from < end; from += CHUNK) {
            int to = Math.min(end, from + CHUNK);
            DenseMatrix x = new DenseMatrix(dataset.features(), to - from);
            dataset.gather(IntStream.range(from, to).toArray(), 0, to - from, x);
            requireFinite(dataset, from, x);
            all.setSubMatrix(model.network().predict(x).getData(), 0, from - first);
        }
        return all;
    }

    private static void requireFinite(Dataset dataset, int from, DenseMatrix x) {
        for (int i = 0; i < x.getRowDimension(); i++) {
            for (int j = 0; j < x.getColumnDimension(); j++) {
                if (!Double.isFinite(x.getEntry(i, j))) {
                    throw new DataException(
                            dataset.place(from + j, dataset.columns().get(i))
                                    + ": a value is missing or not finite; expected a finite number");
                }
            }
        }
    }

    private Predictions named(Dataset raw, int from, DenseMatrix outputs) {
        TargetEncoding encoding = model.description().targets().encoding();
        if (encoding instanceof NumericTargets) {
            TargetTransforms.Undone own =
                    new TargetTransforms(model.description().targetTransforms()).undo(encoding.names(), outputs);
            requireFinite(raw, from, own.values(), encoding.names());
            return new Predictions(encoding.names(), own.values(), List.of(), List.of(), own.limited());
        }
        boolean binary =
                encoding instanceof BinaryTargets targets && targets.classes().size() == 1;
        boolean several = encoding instanceof BinaryTargets && !binary;
        DenseMatrix values = binary ? bothClasses(outputs) : outputs;
        List<String> labels = new ArrayList<>();
        for (int j = 0; j < outputs.getColumnDimension() && !several; j++) {
            int best = binary ? (outputs.getEntry(0, j) > threshold() ? 1 : 0) : largest(outputs, j);
            labels.add(encoding.names().get(best));
        }
        return new Predictions(encoding.names(), values, labels);
    }

    private static void requireFinite(Dataset raw, int from, DenseMatrix own, List<String> targets) {
        for (int i = 0; i < own.getRowDimension(); i++) {
            for (int j = 0; j < own.getColumnDimension(); j++) {
                if (!Double.isFinite(own.getEntry(i, j))) {
                    throw new DataException(raw.place(from + j) + ": the prediction of '" + targets.get(i) + "' is "
                            + own.getEntry(i, j)
                            + "; expected a finite number: the example lies beyond what the model or its target transforms"
                            + " can take");
                }
            }
        }
    }

    private double threshold() {
        return model.network().loss().threshold();
    }

    private static DenseMatrix bothClasses(DenseMatrix second) {
        DenseMatrix both = new DenseMatrix(2, second.getColumnDimension());
        for (int j = 0; j < second.getColumnDimension(); j++) {
            both.setEntry(0, j, 1 - second.getEntry(0, j));
            both.setEntry(1, j, second.getEntry(0, j));
        }
        return both;
    }

    private static int largest(DenseMatrix outputs, int column) {
        int best = 0;
        for (int i = 1; i < outputs.getRowDimension(); i++) {
            best = outputs.getEntry(i, column) > outputs.getEntry(best, column) ? i : best;
        }
        return best;
    }
}
