package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GradcheckCommandTest {
    @Test
    void findsTheFlowersGradientsRight() {
        Console console = new Console();
        assertThat(console.run("gradcheck", "../examples/planar-flower.yaml"))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("gradient right", "17 of 17 parameters");
    }
}
