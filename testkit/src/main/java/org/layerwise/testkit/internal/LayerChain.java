package org.layerwise.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerDefaults;
import org.layerwise.network.LayerSpec;

/** The layers that one specification makes, one after the other, with the matrices between them. */
final class LayerChain {
    /** Which way forward is taken. */
    enum Pass {
        INFERENCE,
        TRAINING,
        GRADIENT_CHECK
    }

    private final List<Layer> layers;
    private final List<DenseMatrix> values = new ArrayList<>();
    private final List<DenseMatrix> gradients = new ArrayList<>();

    private LayerChain(List<Layer> layers) {
        this.layers = layers;
    }

    /** The layers with initial weights from this seed; the noise depends on the step alone. */
    static LayerChain of(LayerSpec spec, int inputs, long seed) {
        RandomSource noise = new SplittableRandomSource(0);
        LayerContext context = new LayerContext("layer_1", inputs, new SplittableRandomSource(seed), step -> {
            noise.reseed(1000 + step);
            return noise;
        });
        return new LayerChain(spec.withDefaults(new LayerDefaults()).create(context));
    }

    List<Layer> layers() {
        return layers;
    }

    List<Parameter> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /** Parameters and state: all that is saved. */
    List<DenseMatrix> memory() {
        List<DenseMatrix> memory = new ArrayList<>();
        for (Layer layer : layers) {
            layer.parameters().forEach(parameter -> memory.add(parameter.value()));
            layer.state().forEach(state -> memory.add(state.value()));
        }
        return memory;
    }

    List<DenseMatrix> copyOfMemory() {
        return memory().stream().map(DenseMatrix::copy).toList();
    }

    DenseMatrix forward(DenseMatrix x, Pass pass, long step) {
        prepare(x);
        return again(pass, step);
    }

    /** Makes the matrices for a batch like this one. */
    private void prepare(DenseMatrix x) {
        values.clear();
        gradients.clear();
        values.add(x);
        int width = x.getRowDimension();
        gradients.add(Samples.unwritten(new DenseMatrix(width, x.getColumnDimension())));
        for (Layer layer : layers) {
            width = layer.outputs(width);
            values.add(Samples.unwritten(new DenseMatrix(width, x.getColumnDimension())));
            gradients.add(Samples.unwritten(new DenseMatrix(width, x.getColumnDimension())));
        }
    }

    /** The way forward through the matrices that are there. */
    DenseMatrix again(Pass pass, long step) {
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            switch (pass) {
                case INFERENCE -> layer.forward(values.get(i), values.get(i + 1));
                case TRAINING -> layer.forwardTraining(values.get(i), values.get(i + 1), step);
                case GRADIENT_CHECK -> layer.forwardWithoutNoise(values.get(i), values.get(i + 1));
            }
        }
        return values.get(layers.size());
    }

    /** What the layers add to the mean loss for the values of the last pass. */
    double activityPenalty() {
        double sum = 0;
        for (int i = 0; i < layers.size(); i++) {
            sum += layers.get(i).activityPenalty(values.get(i + 1));
        }
        return sum;
    }

    /** The way back of the last pass; gives dX. */
    DenseMatrix back(DenseMatrix dOutput) {
        System.arraycopy(dOutput.values(), 0, gradients.get(layers.size()).values(), 0, dOutput.values().length);
        return backAgain();
    }

    /** The way back with the output's gradient that is there. */
    DenseMatrix backAgain() {
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            layer.differentiateParameters(values.get(i), gradients.get(i + 1));
            layer.backpropagate(values.get(i), values.get(i + 1), gradients.get(i + 1), gradients.get(i));
        }
        return gradients.get(0);
    }

    /** Every matrix between the layers. */
    List<DenseMatrix> copyOfBuffers() {
        List<DenseMatrix> buffers = new ArrayList<>();
        values.forEach(value -> buffers.add(value.copy()));
        return buffers;
    }

    /** One step of gradient descent on all parameters. */
    void descend(double rate) {
        for (Parameter parameter : parameters()) {
            double[] w = parameter.value().values();
            for (int i = 0; i < w.length; i++) {
                w[i] -= rate * parameter.gradient().values()[i];
            }
        }
    }
}
