package org.layerwise.activations;

import org.layerwise.core.Plugin;

/** Registers the built-in activations. */
public final class ActivationsPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(Activation.class, "linear", Linear.class);
        registrar.add(Activation.class, "identity", Linear.class);
        registrar.add(Activation.class, "sigmoid", Sigmoid.class);
        registrar.add(Activation.class, "log_sigmoid", LogSigmoid.class);
        registrar.add(Activation.class, "hard_sigmoid", HardSigmoid.class);
        registrar.add(Activation.class, "tanh", Tanh.class);
        registrar.add(Activation.class, "hard_tanh", HardTanh.class);
        registrar.add(Activation.class, "tanh_shrink", TanhShrink.class);
        registrar.add(Activation.class, "relu", Relu.class);
        registrar.add(Activation.class, "relu6", Relu6.class);
        registrar.add(Activation.class, "leaky_relu", LeakyRelu.class);
        registrar.add(Activation.class, "elu", Elu.class);
        registrar.add(Activation.class, "selu", Selu.class);
        registrar.add(Activation.class, "celu", Celu.class);
        registrar.add(Activation.class, "gelu", Gelu.class);
        registrar.add(Activation.class, "silu", Silu.class);
        registrar.add(Activation.class, "swish", Silu.class);
        registrar.add(Activation.class, "hard_swish", HardSwish.class);
        registrar.add(Activation.class, "hard_silu", HardSwish.class);
        registrar.add(Activation.class, "mish", Mish.class);
        registrar.add(Activation.class, "softplus", Softplus.class);
        registrar.add(Activation.class, "softsign", Softsign.class);
        registrar.add(Activation.class, "soft_shrink", SoftShrink.class);
        registrar.add(Activation.class, "hard_shrink", HardShrink.class);
        registrar.add(Activation.class, "threshold", Threshold.class);
        registrar.add(Activation.class, "exponential", Exponential.class);
        registrar.add(Activation.class, "gaussian", Gaussian.class);
        registrar.add(Activation.class, "softmax", Softmax.class);
        registrar.add(Activation.class, "log_softmax", LogSoftmax.class);
        registrar.add(Activation.class, "softmin", Softmin.class);
    }
}
