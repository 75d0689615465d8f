package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same bits for any number of threads, with a network whose products are cut into pieces. */
class ThreadsTest {
    private static final String EXPERIMENT = """
            name: wide
            seed: 1
            data:
              train: {type: gaussian_quantiles, examples: 600, features: 40, classes: 3, seed: 1}
            network:
              layers:
                - {type: dense, units: 300, activation: tanh}
                - {type: dropout, keep_prob: 0.9}
                - {type: dense, units: 200, activation: relu}
                - {type: dense, units: 3, activation: softmax}
              loss: categorical_cross_entropy
            training:
              optimizer: adam
              epochs: 4
              batch_size: 200
              metrics: [accuracy]
            """;

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    @ParameterizedTest
    @CsvSource({"java, double", "native, double", "java, mixed", "native, mixed"})
    void doNotChangeABit(String product, String precision) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("wide.yaml"), EXPERIMENT + "  precision: " + precision + "\n");
        byte[] one = train(file, product, 1);

        assertThat(train(file, product, 2)).isEqualTo(one);
        assertThat(train(file, product, 4)).isEqualTo(one);
    }

    private byte[] train(Path file, String product, int threads) throws IOException, InterruptedException {
        String out = product + threads;
        List<String> options = List.of("-Dlayerwise.threads=" + threads);
        Process process = ChildProcess.start(folder, product, options, "train", file.toString(), "--out", out);
        String said = ChildProcess.finish(process);
        assertThat(process.exitValue()).as(said).isZero();
        Path run = folder.resolve(out).resolve("wide");
        assertThat(Files.readString(run.resolve("run.json")))
                .contains("\"implementation\" : \"" + product + "\"", threads + " thread");
        return Files.readAllBytes(run.resolve("model/weights.safetensors"));
    }
}
