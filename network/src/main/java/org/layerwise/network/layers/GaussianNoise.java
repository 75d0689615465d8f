package org.layerwise.network.layers;

import static org.layerwise.core.Options.requireNonNegative;

import java.util.Arrays;
import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.NoiseLayer;

/**
 * Adds normal noise to the activations while training.
 *
 * <pre>{@code A = A_prev + standard_deviation · randn,  dA_prev = dA}</pre>
 *
 * <p>Shapes: any; one draw for each entry, row by row. Absent at inference and in a gradient check.
 * <p>Source: Keras, {@code GaussianNoise}, whose option is {@code stddev}.
 *
 * @param standardDeviation of the noise, at least 0; required
 */
public record GaussianNoise(@Alias({"stddev", "std"}) double standardDeviation) implements LayerSpec {
    /** @throws org.layerwise.core.OptionException if the deviation is negative */
    public GaussianNoise {
        requireNonNegative("standard_deviation", standardDeviation);
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        return List.of(new NoiseLayer(this::add, context.noise()));
    }

    private void add(DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random) {
        double[] from = input.values();
        double[] to = output.values();
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i] + standardDeviation * random.nextGaussian();
        }
        Arrays.fill(slope.values(), 1);
    }
}
