package org.layerwise.network.internal;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.StepRandom;
import org.layerwise.regularizers.Noise;

/** Noise on the weights of one layer: drawn once for each training step, for the whole batch. */
public final class WeightNoise {
    private final Noise noise;
    private final StepRandom random;
    private final DenseMatrix noisy;
    private final DenseMatrix slope;

    /** @param weights W, for its shape */
    public WeightNoise(Noise noise, StepRandom random, DenseMatrix weights) {
        this.noise = noise;
        this.random = random;
        this.noisy = new DenseMatrix(weights.getRowDimension(), weights.getColumnDimension());
        this.slope = new DenseMatrix(weights.getRowDimension(), weights.getColumnDimension());
    }

    /** W with this step's noise. */
    DenseMatrix draw(DenseMatrix weights, long step) {
        noise.apply(weights, noisy, slope, random.at(step));
        return noisy;
    }

    /** Turns the gradient of the noisy weights into that of W. */
    void backpropagate(DenseMatrix gradient) {
        double[] to = gradient.values();
        double[] slopes = slope.values();
        for (int i = 0; i < to.length; i++) {
            to[i] *= slopes[i];
        }
    }
}
