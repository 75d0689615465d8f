package org.layerwise.training;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ShapeException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ImageAugmenter;
import org.layerwise.network.Workspace;

/**
 * Examples with encoded targets: one part of the data as training and evaluation read it.
 *
 * <p>Features stay as the data set keeps them, each example contiguous; a mini-batch is transposed into the workspace
 * when it is gathered. Y has the shape (outputs, examples).
 */
public final class Examples {
    private final Dataset features;
    private final ExampleSource source;
    private final Optional<double[]> weights;
    private final Optional<ImageAugmenter> augmenter;

    private Examples(
            Dataset features, ExampleSource source, Optional<double[]> weights, Optional<ImageAugmenter> augmenter) {
        this.features = features;
        this.source = source;
        this.weights = weights;
        this.augmenter = augmenter;
    }

    private static Examples of(Dataset features, ExampleSource source) {
        return new Examples(features, source, Optional.empty(), Optional.empty());
    }

    /**
     * A data set that is streamed: batches are read, and their targets encoded, when they are wanted, those that follow
     * on another thread ahead of it.
     *
     * @param encoding gives Y, of shape (outputs, examples), of some of the examples
     */
    public static Examples streamed(Dataset features, Function<Dataset, DenseMatrix> encoding) {
        return of(features, new StreamedExamples(features, encoding));
    }

    /**
     * The features of a data set and its targets as the network takes them.
     *
     * @param targets Y of shape (outputs, examples), in the data set's order
     * @throws ShapeException if the numbers of examples differ
     */
    public static Examples of(Dataset features, DenseMatrix targets) {
        return of(features, new ExamplesInMemory(features, targets));
    }

    /**
     * Matrices in the course's orientation, each column an example; X is copied.
     *
     * @param x (features, examples)
     * @param y (outputs, examples)
     * @throws ShapeException if the numbers of examples differ
     * @throws IllegalArgumentException if a number is NaN or infinite, or there are no examples
     */
    public static Examples of(DenseMatrix x, DenseMatrix y) {
        requireFinite("X", x);
        requireFinite("Y", y);
        Dataset features = Dataset.of("examples", x.transpose(), new DenseMatrix(x.getColumnDimension(), 0));
        return of(features, y);
    }

    /**
     * These examples, each with a weight: the training cost is {@code J = 1/m Σ w L + penalty}.
     *
     * @param weights one for each example, finite and not negative
     */
    public Examples withWeights(double[] weights) {
        if (weights.length != count()) {
            throw new ShapeException(weights.length + " weights but " + count() + " examples");
        }
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights must be finite and >= 0, got " + weight);
            }
        }
        return with(Optional.of(weights.clone()), augmenter);
    }

    /** As {@link #withWeights}, with weights that were checked and are given away. */
    Examples withOwnWeights(double[] weights) {
        return with(Optional.of(weights), augmenter);
    }

    private Examples with(Optional<double[]> newWeights, Optional<ImageAugmenter> newAugmenter) {
        return new Examples(features, source.apart(), newWeights, newAugmenter);
    }

    /**
     * These images, changed at random in training; what measures them sees them as they are.
     *
     * @param augmenter of images that have as many values as there are features
     */
    public Examples augmented(ImageAugmenter augmenter) {
        return with(weights, Optional.of(augmenter));
    }

    /** Whether training sees them changed, other in every epoch. */
    boolean isAugmented() {
        return augmenter.isPresent();
    }

    /** {@code m}, the number of examples. */
    public int count() {
        return features.examples();
    }

    /** {@code n[0]}, the features of each example. */
    public int features() {
        return features.features();
    }

    /** The rows of Y. */
    public int outputs() {
        return source.outputs();
    }

    /** Whether batches are read when they are wanted. */
    public boolean isStreamed() {
        return source.isStreamed();
    }

    /** Y of shape (outputs, examples); of streamed examples it is made anew. */
    public DenseMatrix targets() {
        return source.targets();
    }

    /** The weight of each example, where they have any. */
    public Optional<double[]> weights() {
        return weights.map(double[]::clone);
    }

    /**
     * Writes {@code examples[from … from + m)} into a workspace for m examples: X, Y and, where there are any, the
     * weights; does not allocate.
     *
     * @param examples indices of examples, a permutation for instance
     */
    public void gather(int[] examples, int from, Workspace workspace) {
        source.gather(examples, from, workspace);
        if (weights.isPresent()) {
            double[] all = weights.get();
            double[] batch = workspace.useWeights().values();
            for (int j = 0; j < batch.length; j++) {
                batch[j] = all[examples[from + j]];
            }
        }
    }

    /** As {@link #gather(int[], int, Workspace)}, and as an epoch of training sees them. */
    void gather(int[] examples, int from, Workspace workspace, long epoch) {
        gather(examples, from, workspace);
        if (augmenter.isPresent()) {
            augmenter.get().apply(workspace.input(), examples, from, epoch);
        }
    }

    /** The examples {@code from … from + m − 1} in their own order, without weights. */
    void gatherInOrder(int from, Workspace workspace) {
        source.gatherInOrder(from, workspace);
    }

    /** The numbers 0 … count−1: all examples in their order. */
    int[] inOrder() {
        return IntStream.range(0, count()).toArray();
    }

    /** Calls with parts of Y, in order; of streamed examples never with more than some thousands at a time. */
    void eachTargets(Consumer<DenseMatrix> use) {
        source.eachTargets(use);
    }

    private static void requireFinite(String name, DenseMatrix matrix) {
        double[] values = matrix.values();
        int bad = IntStream.range(0, values.length)
                .filter(i -> !Double.isFinite(values[i]))
                .findFirst()
                .orElse(-1);
        if (bad >= 0) {
            int columns = matrix.getColumnDimension();
            throw new IllegalArgumentException(
                    name + " holds " + values[bad] + " in row " + bad / columns + ", example " + bad % columns);
        }
    }
}
