package org.layerwise.network.internal;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.StepRandom;
import org.layerwise.network.Layer;
import org.layerwise.regularizers.Noise;

/** Noise while training, nothing otherwise. */
public final class NoiseLayer implements Layer {
    private final Noise noise;
    private final StepRandom random;
    private final Buffers slopes = new Buffers();
    private boolean noisy;

    /** @param random the numbers of each step */
    public NoiseLayer(Noise noise, StepRandom random) {
        this.noise = noise;
        this.random = random;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public boolean drawsNoise() {
        return true;
    }

    @Override
    public void forward(DenseMatrix input, DenseMatrix output) {
        copy(input, output);
    }

    @Override
    public void forwardTraining(DenseMatrix input, DenseMatrix output, long step) {
        noisy = true;
        noise.apply(input, output, slopeFor(input), random.at(step));
    }

    @Override
    public void forwardWithoutNoise(DenseMatrix input, DenseMatrix output) {
        noisy = false;
        copy(input, output);
    }

    @Override
    public void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput) {
        if (!noisy) {
            copy(dOutput, dInput);
            return;
        }
        double[] slope = slopeFor(input).values();
        double[] from = dOutput.values();
        double[] to = dInput.values();
        for (int i = 0; i < to.length; i++) {
            to[i] = slope[i] * from[i];
        }
    }

    private DenseMatrix slopeFor(DenseMatrix input) {
        return slopes.of(input.getRowDimension(), input.getColumnDimension());
    }

    private static void copy(DenseMatrix from, DenseMatrix to) {
        System.arraycopy(from.values(), 0, to.values(), 0, to.values().length);
    }
}
