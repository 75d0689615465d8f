package org.layerwise.network.internal;

import java.util.List;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.ShapeException;
import org.layerwise.network.Constrained;
import org.layerwise.network.Layer;
import org.layerwise.network.Penalty;

/** {@code Z = W A + b}. */
public final class LinearLayer implements Layer {
    private final String name;
    private final Parameter weights;
    private final Optional<Parameter> bias;
    private final List<Penalty> penalties;
    private final List<Constrained> constraints;
    private final Optional<WeightNoise> noise;
    /** W as the last forward pass of a training step took it. */
    private DenseMatrix used;

    private boolean noisy;

    /** @param name the layer's, for messages: {@code dense_2} */
    public LinearLayer(
            String name,
            Parameter weights,
            Optional<Parameter> bias,
            List<Penalty> penalties,
            List<Constrained> constraints,
            Optional<WeightNoise> noise) {
        this.name = name;
        this.weights = weights;
        this.bias = bias;
        this.penalties = List.copyOf(penalties);
        this.constraints = List.copyOf(constraints);
        this.noise = noise;
        this.used = weights.value();
    }

    @Override
    public int outputs(int inputs) {
        return weights.value().getRowDimension();
    }

    @Override
    public List<Parameter> parameters() {
        return bias.map(b -> List.of(weights, b)).orElseGet(() -> List.of(weights));
    }

    @Override
    public List<Penalty> penalties() {
        return penalties;
    }

    @Override
    public List<Constrained> constraints() {
        return constraints;
    }

    @Override
    public boolean drawsNoise() {
        return noise.isPresent();
    }

    @Override
    public void forward(DenseMatrix input, DenseMatrix output) {
        forward(weights.value(), input, output);
    }

    @Override
    public void forwardTraining(DenseMatrix input, DenseMatrix output, long step) {
        noisy = noise.isPresent();
        used = noisy ? noise.orElseThrow().draw(weights.value(), step) : weights.value();
        forward(used, input, output);
    }

    @Override
    public void forwardWithoutNoise(DenseMatrix input, DenseMatrix output) {
        noisy = false;
        used = weights.value();
        forward(used, input, output);
    }

    private void forward(DenseMatrix w, DenseMatrix input, DenseMatrix output) {
        if (w.getColumnDimension() != input.getRowDimension()) {
            throw new ShapeException(Names.place(name) + ": W is " + w.shape() + " but its input has "
                    + input.getRowDimension() + " features");
        }
        if (bias.isPresent()) {
            output.setProductPlusColumn(w, input, bias.get().value());
        } else {
            output.setProduct(w, input);
        }
    }

    @Override
    public void differentiateParameters(DenseMatrix input, DenseMatrix dOutput) {
        double scale = 1.0 / input.getColumnDimension();
        weights.gradient().setProductTransposed(dOutput, input, scale, 0);
        if (noisy) {
            noise.orElseThrow().backpropagate(weights.gradient());
        }
        if (bias.isPresent()) {
            dOutput.sumRows(scale, bias.get().gradient().values());
        }
    }

    @Override
    public void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput) {
        dInput.setTransposedProduct(used, dOutput);
    }
}
