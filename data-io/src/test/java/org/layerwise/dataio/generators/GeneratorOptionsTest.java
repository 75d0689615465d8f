package org.layerwise.dataio.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.layerwise.core.OptionException;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;

class GeneratorOptionsTest {
    private static final ReadContext CONTEXT = new ReadContext(Path.of("."), new Splittable());

    @Test
    void flowerRefusesAnOddNumberOfExamples() {
        assertThatThrownBy(() -> new PlanarFlower(401, 4, 0.2, 1))
                .isInstanceOf(OptionException.class)
                .hasMessage("examples must be even and >= 2, got 401");
    }

    @Test
    void circlesRefuseAFactorOfOne() {
        assertThatThrownBy(() -> new Circles(10, 0, 1, true, 1)).hasMessage("factor must be in [0, 1), got 1.0");
    }

    @Test
    void xorIsOneWhereSignsDiffer() {
        Dataset xor = new Xor().read(CONTEXT);
        for (int i = 0; i < xor.examples(); i++) {
            assertThat(xor.target(i, 0)).isEqualTo(xor.feature(i, 0) * xor.feature(i, 1) < 0 ? 1 : 0);
        }
        assertThat(Classes.of(xor).names()).containsExactly("0", "1");
    }

    @Test
    void aClassGetsTheOddExample() throws IOException {
        Dataset moons = new Moons(5, 0, false, 0).read(CONTEXT);
        assertThat(moons.target(1, 0)).isEqualTo(0);
        assertThat(moons.target(2, 0)).isEqualTo(1);
    }

    @Test
    void linearRegressionWithoutNoiseIsLinear() {
        Dataset line = new LinearRegression(20, 1, 1, 1, 3, 0, true, 4).read(CONTEXT);
        double slope = (line.target(0, 0) - 3) / line.feature(0, 0);
        for (int i = 1; i < 20; i++) {
            assertThat(line.target(i, 0)).isCloseTo(3 + slope * line.feature(i, 0), within(1e-10));
        }
    }
}
