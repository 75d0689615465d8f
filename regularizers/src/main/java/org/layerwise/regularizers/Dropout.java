package org.layerwise.regularizers;

import static org.layerwise.core.Options.require;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Inverted dropout: switches units off at random and scales the others up, so that inference needs no change.
 *
 * <pre>{@code
 * d      = 1 where rand < keep_prob, else 0     (rand ~ U[0, 1), row by row)
 * output = input · d / keep_prob
 * slope  = d / keep_prob
 * }</pre>
 *
 * <p>Shapes: any; one draw for each entry, with keep_prob = 1 too. A dropped entry is 0, even where the input is
 * infinite or NaN.
 * <p>Source: Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov, "Dropout", 2014; the course's D = rand < keep.
 * <p>Differs from: Keras and PyTorch, whose option is the probability to drop, {@code 1 − keep_prob}; the default 0.5
 * is PyTorch's.
 *
 * @param keepProb probability to keep a unit, in (0, 1]; default 0.5
 */
public record Dropout(double keepProb) implements Noise {
    /** With keep_prob 0.5. */
    public Dropout() {
        this(0.5);
    }

    /** @throws org.layerwise.core.OptionException if keep_prob is outside (0, 1] */
    public Dropout {
        require(keepProb > 0 && keepProb <= 1, "keep_prob", keepProb, "in (0, 1]");
    }

    @Override
    public void apply(DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random) {
        drop(keepProb, input, output, slope, random);
    }

    static void drop(double keepProb, DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random) {
        double[] from = input.values();
        double[] to = output.values();
        double[] slopes = slope.values();
        random.nextDoubles(slopes);
        long scale = Double.doubleToRawLongBits(1 / keepProb);
        for (int i = 0; i < from.length; i++) {
            // All ones where the draw is below keep_prob: a branch would be guessed wrong as often as not.
            long kept = Double.doubleToRawLongBits(slopes[i] - keepProb) >> 63;
            to[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(from[i] / keepProb) & kept);
            slopes[i] = Double.longBitsToDouble(scale & kept);
        }
    }
}
