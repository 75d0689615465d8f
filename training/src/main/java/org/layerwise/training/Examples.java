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
    private static final int TARGETS_AT_ONCE = 1 << 13;

    private final Dataset features;
    /** Y; of streamed examples that of the first one. */
    private final DenseMatrix targets;

    private final Optional<double[]> weights;
    private final Optional<Function<Dataset, DenseMatrix>> encoding;
    private final Optional<ReadAhead> ahead;
    private final Optional<ImageAugmenter> augmenter;

    private Examples(
            Dataset features, DenseMatrix targets, Optional<double[]> weights, Optional<ImageAugmenter> augmenter) {
        this.features = features;
        this.targets = targets;
        this.weights = weights;
        this.encoding = Optional.empty();
        this.ahead = Optional.empty();
        this.augmenter = augmenter;
        if (targets.getColumnDimension() != features.examples()) {
            throw new ShapeException("Y is " + targets.shape() + " but X has " + features.examples() + " examples");
        }
        if (features.examples() == 0) {
            throw new IllegalArgumentException("there are no examples");
        }
    }

    private Examples(
            Dataset features,
            Function<Dataset, DenseMatrix> encoding,
            Optional<double[]> weights,
            Optional<ImageAugmenter> augmenter) {
        this.augmenter = augmenter;
        this.features = features;
        this.targets = encoding.apply(features.inMemory(new int[] {0}));
        this.weights = weights;
        this.encoding = Optional.of(encoding);
        this.ahead = Optional.of(new ReadAhead(this::read));
    }

    /**
     * A data set that is streamed: batches are read, and their targets encoded, when they are wanted, those that follow
     * on another thread ahead of it.
     *
     * @param encoding gives Y, of shape (outputs, examples), of some of the examples
     */
    public static Examples streamed(Dataset features, Function<Dataset, DenseMatrix> encoding) {
        return new Examples(features, encoding, Optional.empty(), Optional.empty());
    }

    private ReadAhead.Batch read(int[] examples) {
        Dataset batch = features.inMemory(examples);
        return new ReadAhead.Batch(batch.inputs(), encoding.orElseThrow().apply(batch));
    }

    /** Whether batches are read when they are wanted. */
    public boolean isStreamed() {
        return encoding.isPresent();
    }

    /** The rows of Y. */
    public int outputs() {
        return targets.getRowDimension();
    }

    /**
     * The features of a data set and its targets as the network takes them.
     *
     * @param targets Y of shape (outputs, examples), in the data set's order
     * @throws ShapeException if the numbers of examples differ
     */
    public static Examples of(Dataset features, DenseMatrix targets) {
        return new Examples(features, targets, Optional.empty(), Optional.empty());
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
        return new Examples(features, y, Optional.empty(), Optional.empty());
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
        return encoding.isPresent()
                ? new Examples(features, encoding.get(), newWeights, newAugmenter)
                : new Examples(features, targets, newWeights, newAugmenter);
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

    /** Y of shape (outputs, examples); of streamed examples it is made anew. */
    public DenseMatrix targets() {
        return encoding.map(e -> e.apply(features)).orElse(targets);
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
        gatherUnweighted(examples, from, workspace);
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

    private void gatherUnweighted(int[] examples, int from, Workspace workspace) {
        if (ahead.isPresent()) {
            copy(ahead.get().take(i -> examples[i], examples.length, from, workspace.examples()), workspace);
            return;
        }
        gatherInMemory(examples, from, workspace);
    }

    /** The examples {@code from … from + m − 1} in their own order, without weights. */
    void gatherInOrder(int from, Workspace workspace) {
        int batch = workspace.examples();
        if (ahead.isPresent()) {
            copy(ahead.get().take(i -> i, count(), from, batch), workspace);
            return;
        }
        gatherInMemory(IntStream.range(from, from + batch).toArray(), 0, workspace);
    }

    private static void copy(ReadAhead.Batch batch, Workspace workspace) {
        copy(batch.x(), workspace.input());
        copy(batch.y(), workspace.target());
    }

    private void gatherInMemory(int[] examples, int from, Workspace workspace) {
        features.gather(examples, from, from + workspace.examples(), workspace.input());
        gatherTargets(examples, from, workspace.target());
    }

    private static void copy(DenseMatrix from, DenseMatrix to) {
        System.arraycopy(from.values(), 0, to.values(), 0, to.values().length);
    }

    private void gatherTargets(int[] examples, int from, DenseMatrix y) {
        int batch = y.getColumnDimension();
        int count = targets.getColumnDimension();
        double[] all = targets.values();
        double[] values = y.values();
        for (int i = 0; i < y.getRowDimension(); i++) {
            for (int j = 0; j < batch; j++) {
                values[i * batch + j] = all[i * count + examples[from + j]];
            }
        }
    }

    /** The numbers 0 … count−1: all examples in their order. */
    int[] inOrder() {
        return IntStream.range(0, count()).toArray();
    }

    /** Calls with parts of Y, in order; of streamed examples never with more than some thousands at a time. */
    void eachTargets(Consumer<DenseMatrix> use) {
        if (encoding.isEmpty()) {
            use.accept(targets);
            return;
        }
        for (int from = 0; from < count(); from += TARGETS_AT_ONCE) {
            Dataset rest = features.skip(from);
            use.accept(encoding.get().apply(rest.take(Math.min(TARGETS_AT_ONCE, rest.examples()))));
        }
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
