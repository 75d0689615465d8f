package org.layerwise.initializers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Normal weights of which a fixed share of each column is zero: every unit feeds few others at first.
 *
 * <pre>{@code
 * w = standard_deviation · N(0, 1), row by row;  then for each column, left to right,
 * ⌈sparsity · rows⌉ entries, chosen by a permutation of the rows, are set to 0
 * }</pre>
 *
 * <p>Shapes: any.
 * <p>Source: Martens, "Deep learning via Hessian-free optimization", 2010; PyTorch, {@code sparse_}.
 * <p>Differs from: PyTorch, where sparsity has no default.
 *
 * @param sparsity share of zeros in each column, in [0, 1); default 0.9
 * @param standardDeviation of the others, at least 0; default 0.01
 */
public record Sparse(
        double sparsity, @Alias({"stddev", "std"}) double standardDeviation) implements Initializer {
    /** With sparsity 0.9 and standard deviation 0.01. */
    public Sparse() {
        this(0.9, 0.01);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Sparse {
        require(sparsity >= 0 && sparsity < 1, "sparsity", sparsity, "in [0, 1)");
        requireNonNegative("standard_deviation", standardDeviation);
    }

    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Draws.normal(weights, 0, standardDeviation, random);
        int rows = weights.getRowDimension();
        int zeros = (int) Math.ceil(sparsity * rows);
        for (int j = 0; j < weights.getColumnDimension(); j++) {
            int[] order = random.permutation(rows);
            for (int k = 0; k < zeros; k++) {
                weights.setEntry(order[k], j, 0);
            }
        }
    }
}
