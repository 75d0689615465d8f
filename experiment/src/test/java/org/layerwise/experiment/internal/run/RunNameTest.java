package org.layerwise.experiment.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"cats-4-layer", "größe 2", "猫", "a.b", "run_1", "v1.2"})
    void takesNamesOfAnyScript(String name) {
        assertThat(RunName.problem(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..", ".", "../x", "a/b", "a\\b", "/tmp/x", ".hidden", "x.", " x", "x ", "CON", "nul.txt", "-rf",
                "a\nb", "C:x"
            })
    void refusesWhatCanLeaveTheFolderOrMeansSomethingElse(String name) {
        assertThat(RunName.problem(name)).isPresent();
    }

    @Test
    void refusesAVeryLongName() {
        assertThat(RunName.problem("x".repeat(201))).isPresent();
        assertThat(RunName.problem("x".repeat(200))).isEmpty();
    }
}
