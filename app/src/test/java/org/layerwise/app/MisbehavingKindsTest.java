package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever kind of component of a plugin throws, or makes NaN: the message names it with its jar. */
class MisbehavingKindsTest {
    private static final String EXPERIMENT = """
            name: outside
            data:
              source: {type: moons, examples: 20, noise: 0.1, seed: 3}
              image_shape: [1, 2]
            network:
              layers:
                - {type: dense, units: 3, activation: tanh}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: {type: sgd, learning_rate: 0.1}
              epochs: 3
              batch_size: full
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path jar;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @BeforeAll
    static void build() throws IOException {
        jar = new PluginProject(folder)
                .source("bad.Bad", components())
                .plugin("bad.Bad")
                .jar("bad.jar");
        Files.writeString(folder.resolve("outside.yaml"), EXPERIMENT);
    }

    /** One component of each kind, which throws or makes NaN. */
    private static String components() throws IOException {
        try (InputStream in = Objects.requireNonNull(MisbehavingKindsTest.class.getResourceAsStream("Bad.java"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Console train(String override) {
        Console console = new Console();
        int code = console.run(
                "train",
                folder.resolve("outside.yaml").toString(),
                "--plugins",
                jar.toString(),
                "--out",
                out.toString(),
                "--set",
                override);
        assertThat(code).as("%s %s", console.out(), console.err()).isIn(2, 3);
        assertThat(console.err()).doesNotContain("\tat ", "fault of Layerwise");
        return console;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Activation | network.layers[0].activation={type: bad, how: throw}",
                "Initializer | network.layers[0].initializer={type: bad, how: throw}",
                "Regularizer | network.layers[0].regularizer={type: bad, how: throw}",
                "Noise | network.layers[0]={type: noise, noise: {type: bad, how: throw}}",
                "Layer | network.layers[0]={type: bad, how: throw}",
                "Loss | network.loss={type: bad, how: throw}",
                "Optimizer | training.optimizer={type: bad, how: throw}",
                "Schedule | training.optimizer.learning_rate={type: bad, how: throw}",
                "Clipping | training.gradient_clipping={type: bad, how: throw}",
                "Reader | data.source={type: bad, how: throw}",
                "Transform | data.transforms=[{type: bad, how: throw}]",
                "Augmentation | data.augment=[{type: bad, how: throw}]",
                "Metric | training.metrics=[{type: bad, how: throw}]"
            })
    void isNamedWhereItThrows(String kind, String override) throws IOException {
        assertThat(train(override).err())
                .contains(
                        "bad.Bad$Bad" + kind,
                        "of plugin bad.Bad in " + jar.toRealPath(),
                        "IllegalStateException: broken")
                .contains("the stack trace is in");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Activation | network.layers[0].activation={type: bad, how: nan}",
                "Initializer | network.layers[0].initializer={type: bad, how: nan}",
                "Regularizer | network.layers[0].regularizer={type: bad, how: nan}",
                "Noise | network.layers[0]={type: noise, noise: {type: bad, how: nan}}",
                "Layer | network.layers[0]={type: bad, how: nan}",
                "Loss | network.loss={type: bad, how: nan}",
                "Optimizer | training.optimizer={type: bad, how: nan}",
                "Schedule | training.optimizer.learning_rate={type: bad, how: nan}",
                "Clipping | training.gradient_clipping={type: bad, how: nan}",
                "Reader | data.source={type: bad, how: nan}",
                "Transform | data.transforms=[{type: bad, how: nan}]",
                "Augmentation | data.augment=[{type: bad, how: nan}]"
            })
    void isNamedWhereItMakesNaN(String kind, String override) throws IOException {
        Console console = train(override);

        assertThat(console.out() + console.err())
                .contains("bad.Bad$Bad" + kind, "of plugin bad.Bad in " + jar.toRealPath())
                .containsPattern("NaN|not finite");
    }
}
