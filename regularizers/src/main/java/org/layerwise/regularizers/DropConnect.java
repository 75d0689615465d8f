package org.layerwise.regularizers;

import static org.layerwise.core.Options.require;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Switches single connections off at random and scales the others up, one mask for the whole batch: the
 * {@code weight_noise} of a dense layer.
 *
 * <pre>{@code
 * d = 1 where rand < keep_prob, else 0     (rand ~ U[0, 1), row by row)
 * W = W · d / keep_prob
 * }</pre>
 *
 * <p>Shapes: W is (units, inputs). Absent at inference and in a gradient check; b is not touched.
 * <p>Source: Wan, Zeiler, Zhang, LeCun, Fergus, "Regularization of neural networks using DropConnect", 2013.
 * <p>Differs from: the paper, which draws a mask for each example, and at inference samples the units' inputs instead of
 * taking their mean.
 *
 * @param keepProb probability to keep a connection, in (0, 1]; default 0.5
 */
public record DropConnect(double keepProb) implements Noise {
    /** With keep_prob 0.5. */
    public DropConnect() {
        this(0.5);
    }

    /** @throws org.layerwise.core.OptionException if keep_prob is outside (0, 1] */
    public DropConnect {
        require(keepProb > 0 && keepProb <= 1, "keep_prob", keepProb, "in (0, 1]");
    }

    @Override
    public void apply(DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random) {
        Dropout.drop(keepProb, input, output, slope, random);
    }
}
