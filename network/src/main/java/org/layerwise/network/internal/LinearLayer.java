package org.layerwise.network.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.ShapeException;
import org.layerwise.network.Constrained;
import org.layerwise.network.Layer;
import org.layerwise.network.Penalty;
import org.layerwise.network.Precision;

/** {@code Z = W A + b}. */
public final class LinearLayer implements Layer {
    private final String name;
    private final Parameter weights;
    private final Optional<Parameter> bias;
    private final List<Penalty> penalties;
    private final List<Constrained> constraints;
    private final Optional<WeightNoise> noise;
    private final Optional<SinglePrecision> mixed;
    /** W as the last forward pass of a training step took it. */
    private DenseMatrix used;

    private boolean noisy;
    /** Whether the last pass forward was one of single precision; the way back follows it. */
    private boolean single;

    /**
     * @param name the layer's, for messages: {@code dense_2}
     * @param precision of the products in training steps
     */
    public LinearLayer(
            String name,
            Parameter weights,
            Optional<Parameter> bias,
            List<Penalty> penalties,
            List<Constrained> constraints,
            Optional<WeightNoise> noise,
            Precision precision) {
        this.name = name;
        this.weights = weights;
        this.bias = bias;
        this.penalties = List.copyOf(penalties);
        this.constraints = List.copyOf(constraints);
        this.noise = noise;
        this.used = weights.value();
        this.mixed =
                precision == Precision.MIXED ? Optional.of(new SinglePrecision(weights.value())) : Optional.empty();
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
    public void keep(DenseMatrix input) {
        mixed.ifPresent(products -> products.keep(input));
    }

    @Override
    public void forward(DenseMatrix input, DenseMatrix output) {
        forward(weights.value(), input, output);
    }

    @Override
    public void forwardTraining(DenseMatrix input, DenseMatrix output, long step) {
        noisy = noise.isPresent();
        used = noisy ? noise.orElseThrow().draw(weights.value(), step) : weights.value();
        single = mixed.isPresent();
        if (single) {
            check(used, input);
            mixed.get().forward(used, input, fillBias(output), output);
        } else {
            forward(used, input, output);
        }
    }

    @Override
    public void forwardWithoutNoise(DenseMatrix input, DenseMatrix output) {
        noisy = false;
        single = false;
        used = weights.value();
        forward(used, input, output);
    }

    private void forward(DenseMatrix w, DenseMatrix input, DenseMatrix output) {
        check(w, input);
        if (bias.isPresent()) {
            output.setProductPlusColumn(w, input, bias.get().value());
        } else {
            output.setProduct(w, input);
        }
    }

    private void check(DenseMatrix w, DenseMatrix input) {
        if (w.getColumnDimension() != input.getRowDimension()) {
            throw new ShapeException(Names.place(name) + ": W is " + w.shape() + " but its input has "
                    + input.getRowDimension() + " features");
        }
    }

    /** Fills the rows with b where there is one; gives the factor of what then is to be kept. */
    private double fillBias(DenseMatrix output) {
        if (bias.isEmpty()) {
            return 0;
        }
        double[] b = bias.get().value().values();
        int m = output.getColumnDimension();
        for (int i = 0; i < b.length; i++) {
            Arrays.fill(output.values(), i * m, (i + 1) * m, b[i]);
        }
        return 1;
    }

    @Override
    public void differentiateParameters(DenseMatrix input, DenseMatrix dOutput) {
        double scale = 1.0 / input.getColumnDimension();
        if (single) {
            mixed.orElseThrow().differentiate(dOutput, scale, weights.gradient());
        } else {
            weights.gradient().setProductTransposed(dOutput, input, scale, 0);
        }
        if (noisy) {
            noise.orElseThrow().backpropagate(weights.gradient());
        }
        if (bias.isPresent()) {
            dOutput.sumRows(scale, bias.get().gradient().values());
        }
    }

    @Override
    public void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput) {
        if (single) {
            mixed.orElseThrow().backpropagate(dOutput, dInput);
        } else {
            dInput.setTransposedProduct(used, dOutput);
        }
    }
}
