package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

import java.util.List;
import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.initializers.Initializer;
import org.layerwise.network.LayerDefaults;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.Loss;
import org.layerwise.regularizers.Constraint;
import org.layerwise.regularizers.Regularizer;

/**
 * Layers and loss.
 *
 * @param initializer for every layer that names none
 * @param regularizer for every layer that names none
 * @param activation for every layer that names none
 * @param constraint for every layer that names none
 * @param layers in forward order, at least one
 * @param loss what training makes small
 * @param weights weights of an earlier run to begin with, {@code {from: runs/cats, layers: [dense_1]}}; default none:
 *     the initializers draw them
 */
public record NetworkPlan(
        Optional<Initializer> initializer,
        Optional<Regularizer> regularizer,
        Optional<Activation> activation,
        Optional<Constraint> constraint,
        List<LayerSpec> layers,
        Loss loss,
        Optional<InitialWeights> weights) {
    public NetworkPlan(List<LayerSpec> layers, Loss loss) {
        this(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), layers, loss, Optional.empty());
    }

    /** @throws org.layerwise.core.OptionException if there is no layer */
    public NetworkPlan {
        layers = List.copyOf(layers);
        require(!layers.isEmpty(), "layers", "none", "at least one layer");
    }

    /** The same plan with these weights to begin with. */
    public NetworkPlan withWeights(Optional<InitialWeights> other) {
        return new NetworkPlan(initializer, regularizer, activation, constraint, layers, loss, other);
    }

    /** What layers may leave open. */
    public LayerDefaults defaults() {
        return new LayerDefaults(activation, initializer, regularizer, constraint);
    }
}
