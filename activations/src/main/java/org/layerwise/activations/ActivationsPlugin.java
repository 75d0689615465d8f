package org.layerwise.activations;

import org.layerwise.core.Plugin;

/** Registers the built-in activations. */
public final class ActivationsPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(Activation.class, "linear", Linear.class);
        registrar.add(Activation.class, "sigmoid", Sigmoid.class);
        registrar.add(Activation.class, "tanh", Tanh.class);
        registrar.add(Activation.class, "relu", Relu.class);
        registrar.add(Activation.class, "leaky_relu", LeakyRelu.class);
        registrar.add(Activation.class, "softmax", Softmax.class);
    }
}
