package org.layerwise.network.layers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerwise.activations.Linear;
import org.layerwise.core.Alias;
import org.layerwise.core.ShapeException;
import org.layerwise.initializers.Initializer;
import org.layerwise.initializers.XavierUniform;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerDefaults;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.ResidualLayer;
import org.layerwise.regularizers.Regularizer;

/**
 * Layers around which their input is led as well: what they compute is added to it.
 *
 * <pre>{@code
 * A = F(A_prev) + A_prev          (projection: A = F(A_prev) + W_s A_prev)
 * dA_prev = dF/dA_prev dA + dA    (projection: … + W_sᵀ dA,  dW_s = 1/m dA A_prevᵀ)
 * }</pre>
 *
 * <p>Written {@code {type: residual, layers: [{type: dense, units: 20, activation: relu}, {type: dense, units: 20}]}}.
 * The layers within are named after this one, {@code residual_2.dense_1}, the projection {@code
 * residual_2.projection}; an {@code activation} after the sum is a layer of its own. Penalties on activations are
 * possible outside of it only.
 *
 * <p>Shapes: without a projection the layers must give as many units as they take.
 * <p>Source: He, Zhang, Ren, Sun, "Deep residual learning for image recognition", 2016; the projection is their W_s.
 *
 * @param layers F, in forward order, at least one; they take the network's defaults
 * @param projection whether the input goes through a linear layer without b, which may change the number of units;
 *     default false
 * @param initializer of W_s; default the network's, else {@code xavier_uniform}
 * @param regularizer of W_s; default the network's, else none
 * @param trainable whether training changes the parameters within; default true
 * @param learningRateFactor what the learning rates within are multiplied by, at least 0; default 1
 */
public record Residual(
        List<LayerSpec> layers,
        boolean projection,
        Optional<Initializer> initializer,
        Optional<Regularizer> regularizer,
        boolean trainable,

        @Alias({"lr_factor", "learning_rate_multiplier", "lr_multiplier"})
        double learningRateFactor)
        implements LayerSpec {
    /** Layers around which their input is led as it is. */
    public Residual(List<LayerSpec> layers) {
        this(layers, false, Optional.empty(), Optional.empty(), true, 1);
    }

    /** @throws org.layerwise.core.OptionException if there is no layer, one with a penalty, or the factor is out of range */
    public Residual {
        layers = List.copyOf(layers);
        require(!layers.isEmpty(), "layers", "none", "at least one layer");
        require(
                layers.stream().noneMatch(Residual::hasActivityPenalty),
                "layers",
                "one with a penalty on activations",
                "without such, which is possible outside only");
        requireNonNegative("learning_rate_factor", learningRateFactor);
    }

    private static boolean hasActivityPenalty(LayerSpec layer) {
        return layer instanceof Activity
                || (layer instanceof Dense dense && dense.activityRegularizer().isPresent());
    }

    /** The same with the input led through a linear layer. */
    public Residual withProjection() {
        return new Residual(layers, true, initializer, regularizer, trainable, learningRateFactor);
    }

    /** The same with its parameters left as they are by training. */
    public Residual frozen() {
        return new Residual(layers, projection, initializer, regularizer, false, learningRateFactor);
    }

    @Override
    public int outputs(int inputs) {
        int width = inputs;
        for (LayerSpec layer : layers) {
            width = layer.outputs(width);
        }
        if (width != inputs && !projection) {
            throw new ShapeException("residual: its layers make " + width + " units of " + inputs + "; expected "
                    + inputs + ", or projection: true");
        }
        return width;
    }

    @Override
    public Residual withDefaults(LayerDefaults defaults) {
        return new Residual(
                layers.stream().map(layer -> layer.withDefaults(defaults)).toList(),
                projection,
                projection
                        ? initializer.or(defaults::initializer).or(() -> Optional.of(new XavierUniform()))
                        : initializer,
                projection ? regularizer.or(defaults::regularizer) : regularizer,
                trainable,
                learningRateFactor);
    }

    @Override
    public List<Layer> create(LayerContext context) {
        int outputs = outputs(context.inputs());
        List<ResidualLayer.Inner> inner = new ArrayList<>();
        int width = context.inputs();
        for (int k = 1; k <= layers.size(); k++) {
            LayerSpec spec = layers.get(k - 1);
            double factor = spec.trainable() ? spec.learningRateFactor() : 0;
            for (Layer layer : spec.create(context.within(spec, k, width))) {
                inner.add(new ResidualLayer.Inner(layer, factor));
            }
            width = spec.outputs(width);
        }
        return List.of(new ResidualLayer(context.inputs(), inner, shortcut(context, outputs)));
    }

    private Optional<Layer> shortcut(LayerContext context, int outputs) {
        if (!projection) {
            return Optional.empty();
        }
        Dense dense = new Dense(outputs, new Linear())
                .withoutBias()
                .withInitializer(initializer.orElseGet(XavierUniform::new));
        Dense whole = regularizer.map(dense::withRegularizer).orElse(dense);
        LayerContext own = new LayerContext(
                context.name() + ".projection",
                context.inputs(),
                context.random().stream("projection"),
                context.noise(),
                context.types(),
                context.precision());
        return Optional.of(whole.create(own).get(0));
    }
}
