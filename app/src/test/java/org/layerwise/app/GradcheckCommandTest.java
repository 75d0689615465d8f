package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradcheckCommandTest {
    private static final String EXPERIMENT = """
            name: small
            seed: 5
            data:
              source: {type: moons, examples: 40, noise: 0.1, seed: 3}
            network:
              regularizer: {type: l2, lambda: 0.7}
              layers:
                - {type: dense, units: 3, activation: ACTIVATION}
                - {type: dropout, keep_prob: 0.5}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: {type: sgd, learning_rate: 0.1}
              epochs: 5
              batch_size: 10
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Console console = new Console();

    private int gradcheck(String experiment, String... more) throws IOException {
        return run("gradcheck", experiment, more);
    }

    private int run(String command, String experiment, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), experiment);
        List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
        arguments.addAll(List.of(more));
        return console.run(arguments.toArray(new String[0]));
    }

    /** A plugin whose derivative is off by a share. */
    private String wrongBy(String share) throws IOException {
        return new PluginProject(folder)
                .source("one.Bend", """
                        package one;
                        public record Bend() implements org.layerwise.activations.ScalarActivation {
                            public double value(double z) { return Math.tanh(z); }
                            public double derivative(double z, double a) { return (1 + SHARE) * (1 - a * a); }
                        }
                        """.replace("SHARE", share))
                .source("one.ItsPlugin", """
                        package one;
                        public final class ItsPlugin implements org.layerwise.core.Plugin {
                            public void register(Registrar registrar) {
                                registrar.add(org.layerwise.activations.Activation.class, "bend", Bend.class);
                            }
                        }
                        """)
                .plugin("one.ItsPlugin")
                .jar("bend.jar")
                .toString();
    }

    @Test
    void findsTheFlowersGradientsRight() {
        assertThat(console.run("gradcheck", "../examples/planar-flower.yaml"))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("gradient right", "17 of 17 parameters");
    }

    @Test
    void looksAtSeveralInitialWeightsAndAFewStepsAfterEach() throws IOException {
        assertThat(gradcheck(EXPERIMENT.replace("ACTIVATION", "tanh"))).isZero();
        Stream<String> places = console.out().lines().map(line -> line.replaceFirst(": gradient right.*", ""));

        assertThat(places)
                .containsExactly(
                        "seed 5, initial weights",
                        "seed 5, after 10 steps",
                        "seed 6, initial weights",
                        "seed 6, after 10 steps",
                        "seed 7, initial weights",
                        "seed 7, after 10 steps",
                        "the gradients are right");
        assertThat(console.out().lines().limit(6).map(line -> line.replaceFirst(".*difference ", "")))
                .as("other weights, other differences")
                .doesNotHaveDuplicates();
    }

    @Test
    void takesTheNumberOfPlacesFromTheCommandLine() throws IOException {
        assertThat(gradcheck(
                        EXPERIMENT.replace("ACTIVATION", "tanh"),
                        "--initializations",
                        "1",
                        "--steps",
                        "1",
                        "--limit",
                        "5"))
                .isZero();
        assertThat(console.out()).contains("seed 5, after 1 step: ").doesNotContain("seed 6");

        assertThat(gradcheck(EXPERIMENT.replace("ACTIVATION", "tanh"), "--initializations=1", "--steps=0"))
                .isZero();
    }

    @Test
    void stopsWhereTheRunIsShorterThanTheSteps() throws IOException {
        assertThat(gradcheck(EXPERIMENT.replace("ACTIVATION", "tanh"), "--steps", "1000"))
                .isZero();
        assertThat(console.out()).contains("seed 5, after 20 steps: ");
    }

    @Test
    void failsOnAWrongGradientAndNamesParametersWithBothValues() throws IOException {
        assertThat(gradcheck(EXPERIMENT.replace("ACTIVATION", "bend"), "--plugins", wrongBy("0.05")))
                .isEqualTo(3);
        assertThat(console.out())
                .contains("seed 5, initial weights: gradient wrong: difference")
                .containsPattern("  dense_1\\.W\\[\\d]\\[\\d]: gradient -?\\d\\S+, approximation -?\\d")
                .contains("the gradients are wrong at 6 of 6 places")
                .contains("Activation 'bend' (one.Bend) of plugin one.ItsPlugin in ", "bend.jar");
    }

    @Test
    void passesASuspiciousGradientUnlessToldToBeStrict() throws IOException {
        String file = EXPERIMENT.replace("ACTIVATION", "bend");
        String plugin = wrongBy("1e-5");

        assertThat(gradcheck(file, "--plugins", plugin)).isZero();
        assertThat(console.out()).contains("the gradients are suspicious at 6 of 6 places", "dense_1.W[");
        assertThat(gradcheck(file, "--strict", "--plugins", plugin)).isEqualTo(3);
    }

    @Test
    void tellsKinksFromMistakes() throws IOException {
        String zeros =
                EXPERIMENT.replace("ACTIVATION", "relu").replace("regularizer:", "initializer: zeros\n  regularizer:");

        assertThat(gradcheck(zeros, "--initializations", "1", "--steps", "0"))
                .as(console.out())
                .isZero();
        assertThat(gradcheck(
                        zeros.replace("ACTIVATION", "relu").replace("zeros", "{type: constant, value: 0}"),
                        "--set",
                        "network.layers[2].initializer=ones"))
                .isZero();
        assertThat(console.out())
                .containsPattern("at a kink left out\n  dense_1\\.[Wb]\\[\\d]\\[\\d]: kink, gradient ")
                .contains("more at a kink");
    }

    @Test
    void saysThatTrainingDiverged() throws IOException {
        assertThat(gradcheck(
                        EXPERIMENT.replace("ACTIVATION", "exponential"),
                        "--set",
                        "training.optimizer.learning_rate=1e9"))
                .isEqualTo(3);
        assertThat(console.out()).contains("seed 5, initial weights", "training diverged: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--initializations=0", "--steps=-1", "--limit=0"})
    void refusesNumbersOutOfRange(String option) throws IOException {
        assertThat(gradcheck(EXPERIMENT.replace("ACTIVATION", "tanh"), option)).isEqualTo(2);
        assertThat(console.err())
                .containsPattern("layerwise: --(initializations|steps|limit) must be >= [01], got -?\\d");
    }

    @Test
    void endsARunWhoseFileAsksForTheCheck() throws IOException {
        String file = EXPERIMENT.replace("ACTIVATION", "bend") + "gradient_check: {examples: 3}\n";
        String runs = folder.resolve("runs").toString();

        assertThat(run("train", file, "--out", runs, "--plugins", wrongBy("0.05")))
                .isEqualTo(3);
        assertThat(console.out())
                .contains("the gradient check failed: gradient wrong: difference", "those that differ most:")
                .containsPattern("\n  dense_1\\.W\\[\\d]\\[\\d]: gradient ")
                .doesNotContain("epoch 0");
    }

    @Test
    void recordsWhatTheCheckOfAFileFound() throws IOException {
        String file = EXPERIMENT.replace("ACTIVATION", "tanh") + "gradient_check: {examples: 3}\n";

        assertThat(run("train", file, "--out", folder.resolve("runs").toString()))
                .as(console.err())
                .isZero();
        assertThat(Files.readString(folder.resolve("runs/small/run.json")))
                .containsPattern("\"gradient_check\" : \\{\\s*\"verdict\" : \"right\"")
                .contains("\"checked\" : 13");
    }
}
