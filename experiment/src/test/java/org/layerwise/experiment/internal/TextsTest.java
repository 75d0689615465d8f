package org.layerwise.experiment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    private static final List<String> KNOWN = List.of("learning_rate", "momentum", "nesterov", "sgd", "adam", "adamw");

    @ParameterizedTest
    @CsvSource({
        "learningRate, learning_rate",
        "learnig_rate, learning_rate",
        "momentun, momentum",
        "sdg, sgd",
        "adm, adam",
        "ADAM, adam"
    })
    void suggestsWhatIsNear(String read, String near) {
        assertThat(Texts.nearest(read, KNOWN)).contains(near);
    }

    @ParameterizedTest
    @CsvSource({"gradient", "x", "rate", "zebra"})
    void suggestsNothingThatIsFar(String read) {
        assertThat(Texts.nearest(read, KNOWN)).isEmpty();
    }

    @Test
    void clipsLongTextsBetweenCharacters() {
        assertThat(Texts.quote("𝒳".repeat(100))).isEqualTo("'" + "𝒳".repeat(60) + "…'");
        assertThat(Texts.quote("a\nb")).isEqualTo("'a b'");
    }
}
