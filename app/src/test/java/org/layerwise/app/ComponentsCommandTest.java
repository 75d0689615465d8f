package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentsCommandTest {
    private final Console console = new Console();

    @Test
    void listsEveryComponentWithWhatBringsIt() {
        assertThat(console.run("components")).isZero();
        assertThat(console.out()).contains("activations:").containsPattern("  leaky_relu +\\S*activations\\S*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"activation", "activations", "Activations"})
    void takesAKindInEitherForm(String kind) {
        assertThat(console.run("components", kind)).isZero();
        assertThat(console.out())
                .containsPattern("leaky_relu +Passes positive inputs through and shrinks negative ones\\.");
    }

    @Test
    void describesAComponentFromItsRecordAndItsJavadoc() {
        assertThat(console.run("components", "activations", "leaky_relu")).isZero();
        assertThat(console.out())
                .contains("    a  = z   where z > 0, else slope * z\n    dZ = dA  where z > 0")
                .contains("Source: Maas")
                .contains("slope (number; default 0.01")
                .contains("factor for negative inputs, in [0, 1)");
    }

    @Test
    void namesDefaultsThatAreComponentsAsAFileWould() {
        assertThat(console.run("components", "optimizers", "adam")).isZero();
        assertThat(console.out()).contains("default {type: constant, learning_rate: 0.001}");
    }

    @Test
    void refusesAnUnknownKind() {
        assertThat(console.run("components", "actvations")).isEqualTo(2);
        assertThat(console.err()).contains("unknown kind 'actvations'", "activations");
    }

    @Test
    void refusesAnUnknownName() {
        assertThat(console.run("components", "activations", "leaky")).isEqualTo(2);
        assertThat(console.err()).contains("unknown activation 'leaky'", "leaky_relu");
    }
}
