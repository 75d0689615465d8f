package org.layerwise.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.layerwise.activations.Activation;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.internal.LinearLayer;

/**
 * The layers of a network one after the other, whatever layers they were written as, and the ways forward through them.
 * Layer i takes the values at boundary i to boundary i + 1; boundary 0 is the input.
 */
final class Chain {
    private final Layer[] layers;
    /** Of each layer the name of the one that it was written as. */
    private final String[] names;

    private final int[] widths;

    Chain(int inputs, List<NetworkLayer> written) {
        this.layers = written.stream().flatMap(w -> w.layers().stream()).toArray(Layer[]::new);
        this.names = written.stream()
                .flatMap(w -> Collections.nCopies(w.layers().size(), w.name()).stream())
                .toArray(String[]::new);
        this.widths = new int[layers.length + 1];
        widths[0] = inputs;
        for (int i = 0; i < layers.length; i++) {
            widths[i + 1] = layers[i].outputs(widths[i]);
        }
    }

    int depth() {
        return layers.length;
    }

    Layer layer(int i) {
        return layers[i];
    }

    /** The rows of the values at a boundary. */
    int width(int boundary) {
        return widths[boundary];
    }

    /** What all layers have of something, in forward order. */
    <T> List<T> all(Function<Layer, ? extends Collection<T>> of) {
        return Arrays.stream(layers).flatMap(layer -> of.apply(layer).stream()).toList();
    }

    /** The last layer of those that were written by this name; negative if there is none. */
    int lastOf(String name) {
        return Arrays.asList(names).lastIndexOf(name);
    }

    /** Whether a layer is an activation whose Z nobody reads again: neither its own way back nor by the name of a layer. */
    boolean forgetsItsInput(int layer) {
        return layer > 0
                && layers[layer - 1] instanceof LinearLayer
                && names[layer - 1].equals(names[layer])
                && layers[layer]
                        .activation()
                        .filter(Activation::backpropagatesFromOutput)
                        .isPresent();
    }

    void forward(DenseMatrix[] values) {
        for (int i = 0; i < layers.length; i++) {
            layers[i].forward(values[i], values[i + 1]);
        }
    }

    /** The way of a training step through the first layers. */
    void forwardTraining(DenseMatrix[] values, int depth, long step) {
        for (int i = 0; i < depth; i++) {
            layers[i].forwardTraining(values[i], values[i + 1], step);
        }
    }

    void forwardWithoutNoise(DenseMatrix[] values) {
        for (int i = 0; i < layers.length; i++) {
            layers[i].forwardWithoutNoise(values[i], values[i + 1]);
        }
    }

    /** What the layers add to the mean loss for these values. */
    double activityPenalty(DenseMatrix[] values) {
        double sum = 0;
        for (int i = 0; i < layers.length; i++) {
            sum += layers[i].activityPenalty(values[i + 1]);
        }
        return sum;
    }

    /** The first layer whose output is not finite, {@code input} for the input. */
    Optional<String> firstNotFinite(DenseMatrix[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!isFinite(values[i].values())) {
                return Optional.of(i == 0 ? "input" : names[i - 1]);
            }
        }
        return Optional.empty();
    }

    private static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
