package org.layerwise.regularizers;

import static org.layerwise.core.Options.require;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Multiplies activations by normal noise of mean 1 that has the variance of inverted dropout.
 *
 * <pre>{@code
 * slope  = 1 + √((1 − keep_prob) / keep_prob) · N(0, 1)     (row by row)
 * output = input · slope
 * }</pre>
 *
 * <p>Shapes: any; one deviate for each entry.
 * <p>Source: Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov, "Dropout", 2014, section 10.
 * <p>Differs from: Keras, whose option is the rate {@code 1 − keep_prob}.
 *
 * @param keepProb the dropout that it stands for, in (0, 1]; default 0.5
 */
public record GaussianDropout(double keepProb) implements Noise {
    /** With keep_prob 0.5. */
    public GaussianDropout() {
        this(0.5);
    }

    /** @throws org.layerwise.core.OptionException if keep_prob is outside (0, 1] */
    public GaussianDropout {
        require(keepProb > 0 && keepProb <= 1, "keep_prob", keepProb, "in (0, 1]");
    }

    @Override
    public void apply(DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random) {
        double[] from = input.values();
        double[] to = output.values();
        double[] slopes = slope.values();
        double deviation = Math.sqrt((1 - keepProb) / keepProb);
        for (int i = 0; i < from.length; i++) {
            slopes[i] = 1 + deviation * random.nextGaussian();
            to[i] = from[i] * slopes[i];
        }
    }
}
