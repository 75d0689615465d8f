package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineRunnerTest {
    private final Console console = new Console();

    @Test
    void helpGoesToStandardOutput() {
        assertThat(console.run("--help")).isZero();
        assertThat(console.out()).contains("train", "validate", "evaluate", "predict", "components", "Exit codes");
        assertThat(console.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "validate", "gradcheck", "evaluate", "predict", "components"})
    void everyCommandHasHelp(String command) {
        assertThat(console.run(command, "--help")).isZero();
        assertThat(console.out()).contains("Usage: layerwise " + command, "--plugins");
    }

    @Test
    void saysItsVersion() {
        assertThat(console.run("--version")).isZero();
        assertThat(console.out()).startsWith("layerwise ");
    }

    @Test
    void aWrongCommandIsTheUsersMistakeAndHasAHint() {
        assertThat(console.run("trian", "x.yaml")).isEqualTo(2);
        assertThat(console.err())
                .contains("unknown command 'trian'; did you mean 'train'?")
                .containsPattern(
                        "commands: ([\\w-]+, )*evaluate, ([\\w-]+, )*resume, ([\\w-]+, )*train, (\\w+, )*validate");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void suggestsNothingThatIsFarAway() {
        assertThat(console.run("fly")).isEqualTo(2);
        assertThat(console.err()).contains("unknown command 'fly'").doesNotContain("did you mean");
    }

    @Test
    void noCommandIsTheUsersMistake() {
        assertThat(console.run()).isEqualTo(2);
        assertThat(console.err()).contains("no command given", "commands: ");
    }

    @Test
    void aWrongOptionIsTheUsersMistakeAndHasAHint() {
        assertThat(console.run("validate", "x.yaml", "--sett", "a=1")).isEqualTo(2);
        assertThat(console.err()).contains("--sett", "did you mean '--set'?", "layerwise validate --help");
    }

    @Test
    void aMissingParameterIsNamed() {
        assertThat(console.run("train")).isEqualTo(2);
        assertThat(console.err()).contains("FILE", "layerwise train --help");
    }

    @Test
    void aSurplusArgumentIsNamed() {
        assertThat(console.run("validate", "a.yaml", "b.yaml")).isEqualTo(2);
        assertThat(console.err()).contains("unexpected argument 'b.yaml'");
    }
}
