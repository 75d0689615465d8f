package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    /** Also where a file or a run is missing, which one who wants help does not give. */
    @ParameterizedTest
    @MethodSource("commands")
    void aMistypedHelpIsNamedByEveryCommand(String command) {
        assertThat(console.run(command, "--hepl")).isEqualTo(2);
        assertThat(console.err())
                .startsWith("layerwise: unknown option: '--hepl'; did you mean '--help'?\n")
                .contains("layerwise " + command + " --help");
    }

    /** All that it lists when it does not know one. */
    static List<String> commands() {
        Console console = new Console();
        console.run("fly");
        String list = console.err().replaceFirst("(?s).*commands: (.*?)\n.*", "$1");
        return List.of(list.split(", ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--imput x r", "--imput=x r", "r --imput=x", "--imput"})
    void aWrongOptionGoesBeforeAMissingOne(String arguments) {
        assertThat(console.run(("predict " + arguments).split(" ", -1))).isEqualTo(2);
        assertThat(console.err()).contains("'--imput", "did you mean '--input'?");
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
