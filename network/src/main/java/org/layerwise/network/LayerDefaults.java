package org.layerwise.network;

import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.initializers.Initializer;
import org.layerwise.regularizers.Constraint;
import org.layerwise.regularizers.Regularizer;

/** What a network says once for all layers that do not say it themselves. */
public record LayerDefaults(
        Optional<Activation> activation,
        Optional<Initializer> initializer,
        Optional<Regularizer> regularizer,
        Optional<Constraint> constraint) {
    /** No defaults: every layer uses its own. */
    public LayerDefaults() {
        this(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Without a constraint. */
    public LayerDefaults(
            Optional<Activation> activation, Optional<Initializer> initializer, Optional<Regularizer> regularizer) {
        this(activation, initializer, regularizer, Optional.empty());
    }
}
