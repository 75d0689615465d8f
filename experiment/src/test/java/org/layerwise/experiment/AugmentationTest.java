package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;

class AugmentationTest {
    private static final String FILE = """
            name: images
            seed: 3
            data:
              source: {type: csv, file: images.csv, target: y}
              split: {train: 0.75, dev: 0.25}
              transforms: [{type: scale, divide_by: 16}, flatten]
              augment: [flip, {type: rotate, degrees: 20}, {type: noise, standard_deviation: 0.02}]
              image_shape: [4, 4]
            network:
              layers: [{type: dense, units: 6, activation: relu}, {type: dense, units: 1, activation: sigmoid}]
              loss: binary_cross_entropy
            training: {optimizer: {type: adam, learning_rate: 0.02}, epochs: 6, batch_size: 16, metrics: [accuracy]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        String header = IntStream.range(0, 16).mapToObj(i -> "p" + i).collect(Collectors.joining(",")) + ",y\n";
        String rows = IntStream.range(0, 80)
                .mapToObj(i -> IntStream.range(0, 16)
                                .mapToObj(p -> String.valueOf((i * 7 + p * (i % 2 == 0 ? 3 : 5)) % 17))
                                .collect(Collectors.joining(","))
                        + "," + i % 2)
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("images.csv"), header + rows + "\n");
    }

    private PreparedExperiment prepare(String text, String... overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("images.yaml"), text);
        return new Experiments(Registry.load()).prepare(file, List.of(overrides));
    }

    private RunResult run(PreparedExperiment prepared) {
        return new ExperimentRunner(folder.resolve("runs")).run(prepared);
    }

    @Test
    void givesTheSameBitsTwiceAndOthersThanWithout() throws IOException {
        RunResult one = run(prepare(FILE));
        assertThat(run(prepare(FILE)).finalMetrics()).isEqualTo(one.finalMetrics());
        assertThat(run(prepare(FILE, "data.augment=[]")).finalMetrics()).isNotEqualTo(one.finalMetrics());
        assertThat(Files.readString(one.folder().resolve("experiment.yaml"))).contains("type: rotate", "image_shape");
    }

    @Test
    void evaluationSeesImagesAsTheyAre() throws IOException {
        RunResult run = run(prepare(FILE));
        assertThat(Model.load(run.folder(), Registry.load()).evaluate()).isEqualTo(run.finalMetrics());
    }

    @Test
    void aRunStoppedInAnEpochGoesOnWithTheSameBits() throws IOException {
        for (String batch : List.of("training.batch_size=16", "training.batch_size=full")) {
            RunResult whole = run(prepare(FILE, batch));
            AtomicInteger steps = new AtomicInteger();
            int stop = batch.endsWith("full") ? 3 : 10;
            RunResult stopped = new ExperimentRunner(folder.resolve("runs"))
                    .stopRequest(() -> steps.incrementAndGet() >= stop)
                    .run(prepare(FILE, batch));
            assertThat(stopped.outcome()).isEqualTo(RunResult.Outcome.INTERRUPTED);
            try (ResumableRun again = ResumableRun.open(stopped.folder(), List.of(), Registry.load())) {
                assertThat(new ExperimentRunner(folder).resume(again).finalMetrics())
                        .isEqualTo(whole.finalMetrics());
            }
        }
    }

    @Test
    void previewsAreWhatTrainingSees() throws IOException {
        PreparedExperiment prepared = prepare(FILE);
        double[] plain = prepared.trainingImage(2, OptionalLong.empty());
        double[] first = prepared.trainingImage(2, OptionalLong.of(0));
        assertThat(first).hasSize(16).isNotEqualTo(plain).isEqualTo(prepared.trainingImage(2, OptionalLong.of(0)));
        assertThat(prepared.trainingImage(2, OptionalLong.of(1))).isNotEqualTo(first);
    }

    @Test
    void refusesWhatIsNoImage() {
        assertThatThrownBy(() -> prepare(FILE.replace("  image_shape: [4, 4]\n", "")))
                .hasMessageContaining("images.yaml:7:12: data.augment: the examples of images.csv are no images but 16"
                        + " numbers each; expected images, or data.image_shape");
        assertThatThrownBy(() -> prepare(FILE.replace("[4, 4]", "[4, 5]")))
                .hasMessageContaining("data.image_shape: images of 4x5x1 have 20 values, but the examples have 16");
        assertThatThrownBy(() -> prepare(FILE.replace("[4, 4]", "[16]")))
                .hasMessageContaining("image_shape must be [height, width] or [height, width, channels]");
        assertThatThrownBy(() -> prepare(FILE.replace("degrees: 20", "degrees: 200")))
                .hasMessageContaining(
                        "images.yaml:7:43: data.augment[1].degrees: degrees must be in (0, 180], got 200.0");
        assertThatThrownBy(() -> prepare(FILE.replace("augment: [flip", "augment: [flop")))
                .hasMessageContaining("'flop' is no known augmentation; did you mean 'flip'?");
    }
}
