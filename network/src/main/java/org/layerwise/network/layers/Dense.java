package org.layerwise.network.layers;

import static org.layerwise.core.Options.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Linear;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.initializers.Fan;
import org.layerwise.initializers.Initializer;
import org.layerwise.initializers.XavierUniform;
import org.layerwise.initializers.Zeros;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerDefaults;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.Penalty;
import org.layerwise.network.internal.ActivationLayer;
import org.layerwise.network.internal.LinearLayer;
import org.layerwise.regularizers.Regularizer;

/**
 * A fully connected layer.
 *
 * <pre>{@code
 * Z = W A_prev + b,  A = g(Z)
 * dW = 1/m dZ A_prevᵀ,  db = 1/m Σ dZ,  dA_prev = Wᵀ dZ
 * }</pre>
 *
 * <p>Shapes: W is (units, inputs), b is (units, 1).
 * <p>What is left open is taken from the network's defaults; where they say nothing either, the activation is
 * {@code linear}, the initializer {@code xavier_uniform}, the biases are zeros, and nothing is regularized.
 * <p>Source: Keras, {@code Dense}, whose defaults these are.
 * <p>Differs from: PyTorch's {@code Linear}, which draws weights and biases from U(−1/√inputs, 1/√inputs).
 *
 * @param units rows of the output, at least 1
 * @param activation g; default the network's, else {@code linear}
 * @param initializer of W; default the network's, else {@code xavier_uniform}
 * @param regularizer of W; default the network's, else none
 * @param useBias whether there is a b; default true
 * @param biasInitializer of b; default {@code zeros}
 * @param biasRegularizer of b; default none
 */
public record Dense(
        int units,
        Optional<Activation> activation,
        Optional<Initializer> initializer,
        Optional<Regularizer> regularizer,
        boolean useBias,
        Optional<Initializer> biasInitializer,
        Optional<Regularizer> biasRegularizer)
        implements LayerSpec {
    /** A layer that leaves everything else to the network's defaults. */
    public Dense(int units) {
        this(units, Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty());
    }

    /** A layer with this activation. */
    public Dense(int units, Activation activation) {
        this(
                units,
                Optional.of(activation),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
    }

    /** @throws org.layerwise.core.OptionException if units is below 1 */
    public Dense {
        require(units >= 1, "units", units, ">= 1");
    }

    /** The same layer with its weights drawn by this initializer. */
    public Dense withInitializer(Initializer other) {
        return new Dense(units, activation, Optional.of(other), regularizer, useBias, biasInitializer, biasRegularizer);
    }

    /** The same layer with this penalty on its weights. */
    public Dense withRegularizer(Regularizer other) {
        return new Dense(units, activation, initializer, Optional.of(other), useBias, biasInitializer, biasRegularizer);
    }

    /** The same layer without b: {@code Z = W A_prev}. */
    public Dense withoutBias() {
        return new Dense(units, activation, initializer, regularizer, false, biasInitializer, biasRegularizer);
    }

    @Override
    public int outputs(int inputs) {
        return units;
    }

    @Override
    public Dense withDefaults(LayerDefaults defaults) {
        return new Dense(
                units,
                activation.or(defaults::activation).or(() -> Optional.of(new Linear())),
                initializer.or(defaults::initializer).or(() -> Optional.of(new XavierUniform())),
                regularizer.or(defaults::regularizer),
                useBias,
                biasInitializer.or(() -> Optional.of(new Zeros())),
                biasRegularizer);
    }

    @Override
    public List<Layer> create(LayerContext context) {
        Fan fan = new Fan(context.inputs(), units);
        DenseMatrix w = new DenseMatrix(units, context.inputs());
        initializer.orElseGet(XavierUniform::new).initialize(w, fan, context.random());
        Parameter weights = Parameter.of(context.name() + ".W", w);
        Optional<Parameter> bias = useBias ? Optional.of(bias(context, fan)) : Optional.empty();
        List<Penalty> penalties = new ArrayList<>();
        regularizer.ifPresent(on -> penalties.add(new Penalty(weights, on)));
        bias.ifPresent(b -> biasRegularizer.ifPresent(on -> penalties.add(new Penalty(b, on))));
        Layer linear = new LinearLayer(context.name(), weights, bias, penalties);
        return activation
                .filter(g -> !(g instanceof Linear))
                .map(g -> List.of(linear, new ActivationLayer(g)))
                .orElseGet(() -> List.of(linear));
    }

    private Parameter bias(LayerContext context, Fan fan) {
        DenseMatrix b = new DenseMatrix(units, 1);
        biasInitializer.orElseGet(Zeros::new).initialize(b, fan, context.random());
        return Parameter.of(context.name() + ".b", b);
    }
}
