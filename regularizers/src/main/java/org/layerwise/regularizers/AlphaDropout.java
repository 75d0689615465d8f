package org.layerwise.regularizers;

import static org.layerwise.core.Options.require;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Dropout for networks of {@code selu}: sets units to its floor in place of 0, and keeps mean 0 and variance 1.
 *
 * <pre>{@code
 * d      = 1 where rand < keep_prob, else 0     (rand ~ U[0, 1), row by row)
 * output = scale · (input where d = 1, else floor) + shift
 * slope  = scale · d
 * floor  = −1.7580993408473766,  q = keep_prob
 * scale  = 1 / √(q (1 + (1 − q) floor²)),  shift = −scale (1 − q) floor
 * }</pre>
 *
 * <p>Shapes: any; one draw for each entry.
 * <p>Source: Klambauer, Unterthiner, Mayr, Hochreiter, "Self-normalizing neural networks", 2017.
 * <p>Differs from: Keras and PyTorch, whose option is the probability to drop; the default 0.5 is PyTorch's.
 *
 * @param keepProb probability to keep a unit, in (0, 1]; default 0.5
 */
public record AlphaDropout(double keepProb) implements Noise {
    private static final double FLOOR = -1.7580993408473766;

    /** With keep_prob 0.5. */
    public AlphaDropout() {
        this(0.5);
    }

    /** @throws org.layerwise.core.OptionException if keep_prob is outside (0, 1] */
    public AlphaDropout {
        require(keepProb > 0 && keepProb <= 1, "keep_prob", keepProb, "in (0, 1]");
    }

    @Override
    public void apply(DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random) {
        double[] from = input.values();
        double[] to = output.values();
        double[] slopes = slope.values();
        double scale = 1 / Math.sqrt(keepProb * (1 + (1 - keepProb) * FLOOR * FLOOR));
        double shift = -scale * (1 - keepProb) * FLOOR;
        for (int i = 0; i < from.length; i++) {
            boolean kept = random.nextDouble() < keepProb;
            to[i] = scale * (kept ? from[i] : FLOOR) + shift;
            slopes[i] = kept ? scale : 0;
        }
    }
}
