package org.layerwise.initializers;

import static org.layerwise.core.Options.requireFinite;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * The identity matrix; a wide or tall one is filled up with zeros.
 *
 * <pre>{@code w_ij = gain where i = j, else 0}</pre>
 *
 * <p>Shapes: any. Draws nothing.
 * <p>Source: Le, Jaitly, Hinton, "A simple way to initialize recurrent networks of rectified linear units", 2015.
 * <p>Differs from: Keras before version 3, which took square matrices only.
 *
 * @param gain the diagonal, any finite number; default 1
 */
public record Identity(double gain) implements Initializer {
    /** With gain 1. */
    public Identity() {
        this(1);
    }

    /** @throws org.layerwise.core.OptionException if gain is not finite */
    public Identity {
        requireFinite("gain", gain);
    }

    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Arrays.fill(weights.values(), 0);
        int shorter = Math.min(weights.getRowDimension(), weights.getColumnDimension());
        for (int i = 0; i < shorter; i++) {
            weights.setEntry(i, i, gain);
        }
    }
}
