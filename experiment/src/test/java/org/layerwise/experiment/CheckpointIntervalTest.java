package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.Registry;

class CheckpointIntervalTest {
    private static final String EXPERIMENT = """
            name: points
            data:
              train: {type: circles, examples: 60, noise: 0.1, seed: 1}
            network:
              layers:
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: sgd
              epochs: 4
              checkpoint_every: VALUE
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 10 | 0 | 0",
                "10 epochs | 10 | 0 | 0",
                "1 epoch | 1 | 0 | 0",
                "{epochs: 10} | 10 | 0 | 0",
                "500 steps | 0 | 500 | 0",
                "{steps: 500} | 0 | 500 | 0",
                "5m | 0 | 0 | 300000",
                "1h30m | 0 | 0 | 5400000",
                "5 minutes | 0 | 0 | 300000",
                "{minutes: 0.5} | 0 | 0 | 30000",
            })
    void isReadAsPeopleWriteIt(String text, long epochs, long steps, long millis) throws IOException {
        CheckpointInterval interval = prepare(text).checkpointInterval().orElseThrow();

        assertThat(interval.epochs().orElse(0)).isEqualTo(epochs);
        assertThat(interval.steps().orElse(0)).isEqualTo(steps);
        assertThat(interval.time().orElse(Duration.ZERO)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0 | checkpoint_every must be >= 1, got 0 epochs",
                "-3 | checkpoint_every must be >= 1, got -3 epochs",
                "{steps: 0} | got 0 steps",
                "{minutes: 0} | checkpoint_every must be > 0",
                "{} | must be one of epochs, steps, minutes, got 0 intervals",
                "{steps: 5, epochs: 2} | must be one of epochs, steps, minutes, got 2 intervals",
                "often | 'often' is no interval; expected a number of epochs, 500 steps, 5m",
                "[1] | expected a number of epochs, 500 steps, 5m",
                "1.5 | 1.5",
                "{step: 3} | did you mean 'steps'?",
            })
    void saysWhatIsExpected(String text, String message) {
        assertThatThrownBy(() -> prepare(text))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("e.yaml:11:")
                .hasMessageContaining(message);
    }

    @Test
    void isSaidOnce() {
        assertThatThrownBy(() -> prepare("10\n  checkpoints: {every: 5}"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("checkpoint_every must be one of them, got one, and every of checkpoints too");
        assertThatThrownBy(() -> prepare("10\n  checkpoints: {keep_last: 0}"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("keep_last must be >= 1, got 0");
    }

    private TrainingPlan prepare(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), EXPERIMENT.replace("VALUE", text));
        return new Experiments(Registry.load())
                .prepare(file, List.of())
                .experiment()
                .training();
    }
}
