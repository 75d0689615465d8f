package org.layerwise.initializers;

import static org.layerwise.core.Options.requireFinite;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Sets every entry to one value.
 *
 * <p>Shapes: any. Draws nothing.
 * <p>Differs from: PyTorch's {@code constant_}, which has no default; Keras's is 0 as here.
 *
 * @param value any finite number; default 0
 */
public record Constant(double value) implements Initializer {
    /** With value 0. */
    public Constant() {
        this(0);
    }

    /** @throws org.layerwise.core.OptionException if value is not finite */
    public Constant {
        requireFinite("value", value);
    }

    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Arrays.fill(weights.values(), value);
    }
}
