package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a data file holds, the command line shows it or says in one line what is wrong, and it is not our fault. */
class DamagedDataTest {
    private static final Path SAMPLES = Path.of("../data-io/src/test/resources/org/layerwise/dataio/samples");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(csv|jsonl|idx|gz|h5|mat|npy|npz)"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private void requireShownOrRefused(Path sample, byte[] content, String damage) throws IOException {
        Path file = Files.write(folder.resolve(sample.getFileName()), content);
        Console console = new Console();
        int code = console.run("data", file.toString());
        if (code != ExitCode.DONE) {
            assertThat(code).as("%s %s: %s", sample, damage, console.err()).isEqualTo(ExitCode.INPUT);
            assertThat(console.err())
                    .as("%s %s", sample, damage)
                    .hasLineCount(1)
                    .hasSizeLessThan(2000)
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void showsOrRefusesWhatIsDamaged(Path sample) throws IOException {
        byte[] sound = Files.readAllBytes(sample);
        for (int i = 0; i < 10; i++) {
            int length = sound.length * i / 10;
            requireShownOrRefused(sample, Arrays.copyOf(sound, length), "cut to " + length + " bytes");
        }
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            byte[] changed = sound.clone();
            int at = i < 20 ? Math.min(i, sound.length - 1) : random.nextInt(sound.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            requireShownOrRefused(sample, changed, "byte " + at + " changed to " + changed[at]);
        }
    }

    @Test
    void anExperimentOnDamagedDataLeavesNoRunFolder() throws IOException {
        byte[] sound = Files.readAllBytes(SAMPLES.resolve("deflated.npz"));
        Files.write(folder.resolve("data.npz"), Arrays.copyOf(sound, sound.length - 30));
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                name: e
                data:
                  train: {type: npz, file: data.npz, features: x, targets: y}
                network:
                  layers: [{type: dense, units: 1, activation: sigmoid}]
                  loss: binary_cross_entropy
                training: {optimizer: {type: sgd, learning_rate: 0.1}, epochs: 1}
                """);
        Console console = new Console();
        int code = console.run(
                "train", file.toString(), "--out", folder.resolve("runs").toString());
        assertThat(code).as(console.err()).isEqualTo(ExitCode.INPUT);
        assertThat(console.err()).contains("e.yaml:3:", "data.npz: ");
        assertThat(folder.resolve("runs")).doesNotExist();
    }
}
