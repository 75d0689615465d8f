package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

/** Tables that stay in their files: the same numbers as in memory, in the same order. */
class StreamingTest {
    private static final String EXPERIMENT = """
            name: streamed
            seed: 3
            data:
              source: {type: csv, file: points.csv, target: kind}
              split: {train: 0.8, dev: 0.2, shuffle: false}
              transforms: [standardize, {type: clip, min: -2, max: 2}]
              streaming: STREAMING
            network:
              layers:
                - {type: dense, units: 4, activation: tanh}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: {type: adam, learning_rate: 0.01}
              epochs: 3
              batch_size: 32
              shuffle: SHUFFLE
              metrics: [accuracy]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void writeTable() throws IOException {
        RandomSource random = new Splittable().seeded(5);
        StringBuilder table = new StringBuilder("a,b,kind\n");
        for (int i = 0; i < 1500; i++) {
            double a = 3 + random.nextGaussian();
            double b = 10 * random.nextGaussian();
            table.append(a).append(',').append(b).append(',');
            table.append(a * b > 0 ? "zebra" : "ant").append('\n');
        }
        Files.writeString(folder.resolve("points.csv"), table);
    }

    private String metrics(String streaming, String shuffle) throws IOException {
        String yaml = EXPERIMENT.replace("STREAMING", streaming).replace("SHUFFLE", shuffle);
        Path file = Files.writeString(folder.resolve("run.yaml"), yaml);
        Path out = Files.createTempDirectory(folder, "runs");
        Console console = new Console();
        assertThat(console.run("train", file.toString(), "--out", out.toString()))
                .as(console.err())
                .isZero();
        try (Stream<String> lines = Files.lines(out.resolve("streamed/metrics.csv"))) {
            // Without the seconds, which differ from run to run.
            return lines.map(line -> line.replaceFirst("^(([^,]*,){5})[^,]*,", "$1"))
                    .toList()
                    .toString();
        }
    }

    private List<Path> rowFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".rows")).toList();
        }
    }

    @Test
    void givesTheNumbersOfMemoryWhereTheOrderIsTheSame() throws IOException {
        assertThat(metrics("true", "false")).isEqualTo(metrics("false", "false"));
        assertThat(rowFiles()).hasSize(1);
    }

    @Test
    void shufflesTheSameWayInEveryRun() throws IOException {
        String first = metrics("true", "true");
        assertThat(metrics("true", "true")).isEqualTo(first);
        assertThat(metrics("true", "false")).isNotEqualTo(first);
    }

    @Test
    void keepsWhatIsSmallInMemory() throws IOException {
        metrics("auto", "true");
        assertThat(rowFiles()).isEmpty();
    }

    @Test
    void makesDamagedRowsAnew() throws IOException {
        String first = metrics("true", "false");
        Path rows = rowFiles().get(0);
        byte[] bytes = Files.readAllBytes(rows);
        Files.write(rows, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        assertThat(metrics("true", "false")).isEqualTo(first);
        assertThat(Files.size(rows)).isEqualTo(bytes.length);
    }

    @Test
    void saysThatRowsAreDamaged() throws IOException {
        metrics("true", "false");
        Path rows = rowFiles().get(0);
        byte[] bytes = Files.readAllBytes(rows);
        bytes[1000] ^= 1;
        Files.write(rows, bytes);
        Console console = new Console();
        assertThat(console.run("validate", folder.resolve("run.yaml").toString()))
                .isEqualTo(ExitCode.INPUT);
        assertThat(console.err()).contains("is damaged in rows 1 to 1500; delete it");
    }

    @Test
    void refusesAnotherWord() throws IOException {
        Path file = Files.writeString(
                folder.resolve("run.yaml"),
                EXPERIMENT.replace("STREAMING", "yes").replace("SHUFFLE", "true"));
        Console console = new Console();
        assertThat(console.run("validate", file.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(console.err())
                .contains("run.yaml:7:14: data.streaming: 'yes' is not known; expected true, false or auto");
    }
}
