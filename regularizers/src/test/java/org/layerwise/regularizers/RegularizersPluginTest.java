package org.layerwise.regularizers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.layerwise.core.Registry;

/** The names that experiment files know. */
class RegularizersPluginTest {
    @Test
    void registersEachComponentUnderItsName() {
        Registry registry = Registry.load();
        assertThat(registry.all(Regularizer.class)).containsOnlyKeys("l1", "l2", "l1_l2", "orthogonal");
        assertThat(registry.all(Noise.class))
                .containsOnlyKeys("dropout", "alpha_dropout", "gaussian_dropout", "gaussian_noise", "drop_connect");
        assertThat(registry.all(Constraint.class))
                .containsOnlyKeys("max_norm", "unit_norm", "non_negative", "min_max_norm");
    }
}
