package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.layerwise.core.Registry;

class DataPluginTest {
    private final Registry registry = Registry.load();

    @Test
    void everyTransformHasAFittedFormOfTheSameName() {
        assertThat(registry.all(Transform.Fitted.class).keySet())
                .isNotEmpty()
                .isEqualTo(registry.all(Transform.class).keySet());
    }

    @Test
    void theReadersOfTheFormatAreThere() {
        assertThat(registry.all(DatasetReader.class))
                .containsKeys("hdf5", "mat", "planar_flower", "circles", "moons", "blobs", "spirals");
    }
}
