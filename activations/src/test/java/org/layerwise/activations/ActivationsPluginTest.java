package org.layerwise.activations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.layerwise.core.Registry;

/** The names that experiment files know. */
class ActivationsPluginTest {
    @Test
    void registersEachComponentUnderItsName() {
        Registry registry = Registry.load();
        assertThat(registry.all(Activation.class))
                .containsOnlyKeys(
                        "linear",
                        "identity",
                        "sigmoid",
                        "log_sigmoid",
                        "hard_sigmoid",
                        "tanh",
                        "hard_tanh",
                        "tanh_shrink",
                        "relu",
                        "relu6",
                        "leaky_relu",
                        "elu",
                        "selu",
                        "celu",
                        "gelu",
                        "silu",
                        "swish",
                        "hard_swish",
                        "hard_silu",
                        "mish",
                        "softplus",
                        "softsign",
                        "soft_shrink",
                        "hard_shrink",
                        "threshold",
                        "exponential",
                        "gaussian",
                        "softmax",
                        "log_softmax",
                        "softmin");
    }
}
