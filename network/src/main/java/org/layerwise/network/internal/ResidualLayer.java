package org.layerwise.network.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Constrained;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerState;
import org.layerwise.network.Penalty;

/**
 * {@code A = F(A_prev) + S(A_prev)}, F being layers in a row and S the identity or a linear layer. Inference keeps its
 * values nowhere, so that several threads may infer at once; the ways forward and back of training have buffers.
 */
public final class ResidualLayer implements Layer {
    private final Layer[] chain;
    private final int[] widths;
    private final Optional<Layer> shortcut;
    private final List<Parameter> parameters;
    private final boolean[] learns;
    private final Buffers[] values;
    private final Buffers[] gradients;
    private final Buffers led = new Buffers();
    /** Whether the gradients within are those of the last pass. */
    private boolean cameBack;

    /**
     * A layer of F.
     *
     * @param rateFactor what the learning rate is multiplied by for its parameters; 0 where they are left alone
     */
    public record Inner(Layer layer, double rateFactor) {}

    /** @param shortcut S, where it is not the identity */
    public ResidualLayer(int inputs, List<Inner> inner, Optional<Layer> shortcut) {
        this.chain = inner.stream().map(Inner::layer).toArray(Layer[]::new);
        this.shortcut = shortcut;
        this.widths = new int[chain.length + 1];
        this.learns = new boolean[chain.length];
        this.values = new Buffers[chain.length + 1];
        this.gradients = new Buffers[chain.length + 1];
        widths[0] = inputs;
        for (int i = 0; i <= chain.length; i++) {
            widths[i] = i == 0 ? inputs : chain[i - 1].outputs(widths[i - 1]);
            values[i] = new Buffers();
            gradients[i] = new Buffers();
        }
        for (int i = 0; i < chain.length; i++) {
            learns[i] = !chain[i].parameters().isEmpty();
        }
        List<Parameter> all = new ArrayList<>();
        for (Inner one : inner) {
            one.layer().parameters().forEach(parameter -> all.add(parameter.scaledRate(one.rateFactor())));
            if (one.rateFactor() == 0) {
                one.layer().freeze();
            }
        }
        shortcut.ifPresent(layer -> all.addAll(layer.parameters()));
        this.parameters = List.copyOf(all);
    }

    @Override
    public int outputs(int inputs) {
        return widths[chain.length];
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public List<Penalty> penalties() {
        return collect(layer -> layer.penalties().stream());
    }

    @Override
    public List<Constrained> constraints() {
        return collect(layer -> layer.constraints().stream());
    }

    @Override
    public List<LayerState> state() {
        return collect(layer -> layer.state().stream());
    }

    @Override
    public boolean drawsNoise() {
        return Stream.of(chain).anyMatch(Layer::drawsNoise);
    }

    private <T> List<T> collect(Function<Layer, Stream<T>> what) {
        return Stream.concat(Stream.of(chain), shortcut.stream()).flatMap(what).toList();
    }

    @Override
    public void freeze() {
        for (Layer layer : chain) {
            layer.freeze();
        }
        shortcut.ifPresent(Layer::freeze);
    }

    @Override
    public void forward(DenseMatrix input, DenseMatrix output) {
        DenseMatrix from = input;
        for (int i = 0; i < chain.length; i++) {
            DenseMatrix to = new DenseMatrix(widths[i + 1], input.getColumnDimension());
            chain[i].forward(from, to);
            from = to;
        }
        if (shortcut.isPresent()) {
            shortcut.get().forward(input, output);
            add(from, output, output);
        } else {
            add(from, input, output);
        }
    }

    @Override
    public void forwardTraining(DenseMatrix input, DenseMatrix output, long step) {
        for (int i = 0; i < chain.length; i++) {
            chain[i].forwardTraining(value(i, input), value(i + 1, input), step);
        }
        if (shortcut.isPresent()) {
            shortcut.get().forwardTraining(input, output, step);
        }
        finish(input, output);
    }

    @Override
    public void forwardWithoutNoise(DenseMatrix input, DenseMatrix output) {
        for (int i = 0; i < chain.length; i++) {
            chain[i].forwardWithoutNoise(value(i, input), value(i + 1, input));
        }
        if (shortcut.isPresent()) {
            shortcut.get().forwardWithoutNoise(input, output);
        }
        finish(input, output);
    }

    private void finish(DenseMatrix input, DenseMatrix output) {
        add(value(chain.length, input), shortcut.isPresent() ? output : input, output);
        cameBack = false;
    }

    @Override
    public void differentiateParameters(DenseMatrix input, DenseMatrix dOutput) {
        for (int i = chain.length - 1; i >= 0; i--) {
            if (learns[i]) {
                chain[i].differentiateParameters(value(i, input), gradient(i + 1, dOutput));
            }
            comeBack(i, input, dOutput);
        }
        if (shortcut.isPresent()) {
            shortcut.get().differentiateParameters(input, dOutput);
        }
        cameBack = true;
    }

    @Override
    public void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput) {
        for (int i = chain.length - 1; i >= 0 && !cameBack; i--) {
            comeBack(i, input, dOutput);
        }
        DenseMatrix way = gradient(0, dOutput);
        if (shortcut.isPresent()) {
            DenseMatrix other = led.of(widths[0], input.getColumnDimension());
            shortcut.get().backpropagate(input, output, dOutput, other);
            add(way, other, dInput);
        } else {
            add(way, dOutput, dInput);
        }
    }

    private void comeBack(int i, DenseMatrix input, DenseMatrix dOutput) {
        chain[i].backpropagate(value(i, input), value(i + 1, input), gradient(i + 1, dOutput), gradient(i, dOutput));
    }

    private DenseMatrix value(int boundary, DenseMatrix input) {
        return boundary == 0 ? input : values[boundary].of(widths[boundary], input.getColumnDimension());
    }

    private DenseMatrix gradient(int boundary, DenseMatrix dOutput) {
        return boundary == chain.length
                ? dOutput
                : gradients[boundary].of(widths[boundary], dOutput.getColumnDimension());
    }

    private static void add(DenseMatrix a, DenseMatrix b, DenseMatrix sum) {
        double[] left = a.values();
        double[] right = b.values();
        double[] to = sum.values();
        for (int i = 0; i < to.length; i++) {
            to[i] = left[i] + right[i];
        }
    }
}
