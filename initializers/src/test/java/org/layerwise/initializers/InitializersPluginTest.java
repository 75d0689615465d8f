package org.layerwise.initializers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.layerwise.core.Registry;

/** The names that experiment files know. */
class InitializersPluginTest {
    @Test
    void registersEachComponentUnderItsName() {
        Registry registry = Registry.load();
        assertThat(registry.all(Initializer.class))
                .containsOnlyKeys(
                        "zeros",
                        "ones",
                        "constant",
                        "normal",
                        "random_normal",
                        "uniform",
                        "random_uniform",
                        "truncated_normal",
                        "variance_scaling",
                        "orthogonal",
                        "identity",
                        "sparse",
                        "he_normal",
                        "kaiming_normal",
                        "he_uniform",
                        "kaiming_uniform",
                        "xavier_normal",
                        "glorot_normal",
                        "xavier_uniform",
                        "glorot_uniform",
                        "lecun_normal",
                        "lecun_uniform");
    }
}
