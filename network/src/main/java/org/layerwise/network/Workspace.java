package org.layerwise.network;

import java.util.Arrays;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;

/**
 * The buffers of a {@link Network} for batches of one size. Whoever trains owns it, fills {@link #input} and {@link
 * #target}, and hands it to the network's methods, which allocate nothing more.
 *
 * <p>Not thread-safe. Several workspaces may serve one network at inference at the same time.
 */
public final class Workspace {
    final Network network;
    final DenseMatrix[] values;
    final DenseMatrix[] gradients;
    private final int examples;
    private final DenseMatrix target;
    private final DenseMatrix losses;
    private final double[] sumOfLosses = new double[1];
    /** The lowest layer to whose output the last way back came. */
    int reached;

    private Optional<DenseMatrix> weights = Optional.empty();

    Workspace(Network network, DenseMatrix input) {
        this.network = network;
        this.examples = input.getColumnDimension();
        Chain chain = network.chain();
        this.values = new DenseMatrix[chain.depth() + 1];
        this.gradients = new DenseMatrix[chain.depth() + 1];
        values[0] = input;
        for (int i = 1; i < values.length; i++) {
            values[i] = network.writesOver(i - 1) ? values[i - 1] : new DenseMatrix(chain.width(i), examples);
        }
        this.target = new DenseMatrix(network.outputs(), examples);
        this.losses = new DenseMatrix(1, examples);
    }

    /** {@code m}, the examples of a batch. */
    public int examples() {
        return examples;
    }

    /** X of shape (inputs, examples), for the caller to fill. */
    public DenseMatrix input() {
        return values[0];
    }

    /**
     * Says that {@link #input} will not be changed any more, as with a full batch: layers that need it in another form
     * then make that once, not at every step.
     */
    public void keepInput() {
        network.chain().layer(0).keep(values[0]);
    }

    /** Y of shape (outputs, examples), for the caller to fill where there is a target. */
    public DenseMatrix target() {
        return target;
    }

    /** Â of shape (outputs, examples), as the last forward pass left it. */
    public DenseMatrix prediction() {
        return values[values.length - 1];
    }

    /** The loss of each example, of shape (1, examples), as the last cost left it; without weights and penalties. */
    public DenseMatrix losses() {
        return losses;
    }

    /** {@code 1/m Σ w L}; where the sum alone is beyond the largest double, the mean is not. */
    double meanLoss() {
        double sum = weights.isPresent() ? weightedSum(1) : plainSum();
        if (sum < Double.POSITIVE_INFINITY) {
            return sum / examples;
        }
        double part = Math.nextDown(1.0 / examples);
        return weights.isPresent() ? weightedSum(part) : sumOfParts(part);
    }

    private double plainSum() {
        losses.sumRows(1, sumOfLosses);
        return sumOfLosses[0];
    }

    private double sumOfParts(double factor) {
        double sum = 0;
        for (double loss : losses.values()) {
            sum += factor * loss;
        }
        return sum;
    }

    private double weightedSum(double factor) {
        double[] each = losses.values();
        double[] weight = weights.orElseThrow().values();
        double sum = 0;
        for (int i = 0; i < each.length; i++) {
            sum += factor * each[i] * weight[i];
        }
        return sum;
    }

    /**
     * The weight of each example, of shape (1, examples), all 1 at first, for the caller to fill: the cost becomes
     * {@code J = 1/m Σ w L + penalty}. Without this call examples have no weights.
     */
    public DenseMatrix useWeights() {
        DenseMatrix used = weights.orElseGet(() -> {
            DenseMatrix ones = new DenseMatrix(1, examples);
            Arrays.fill(ones.values(), 1);
            return ones;
        });
        weights = Optional.of(used);
        return used;
    }

    /** The weights of the examples, if they have any. */
    public Optional<DenseMatrix> weights() {
        return weights;
    }

    /** The output of a layer by its name, as the last forward pass left it: A where the layer has an activation. */
    public Optional<DenseMatrix> outputOf(String layer) {
        int last = network.chain().lastOf(layer);
        return last < 0 ? Optional.empty() : Optional.of(values[last + 1]);
    }
}
