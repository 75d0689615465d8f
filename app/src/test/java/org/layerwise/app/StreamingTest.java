package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

/** Tables that stay in their files: the same numbers as in memory, in the same order. */
class StreamingTest {
    private static final String EXPERIMENT = """
            name: streamed
            seed: 3
            data:
              source: SOURCE
              split: SPLIT
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

    @TempDir(factory = QuickFolder.class)
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String source = "{type: csv, file: points.csv, target: kind}";
    private String split = "{train: 0.8, dev: 0.2, shuffle: false}";

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

    private String yaml(String streaming, String shuffle) {
        return EXPERIMENT
                .replace("STREAMING", streaming)
                .replace("SHUFFLE", shuffle)
                .replace("SOURCE", source)
                .replace("SPLIT", split);
    }

    private String metrics(String streaming, String shuffle) throws IOException {
        String yaml = yaml(streaming, shuffle);
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
        Files.write(rows, Arrays.copyOf(bytes, bytes.length - 5));
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
        Path file = Files.writeString(folder.resolve("run.yaml"), yaml("yes", "true"));
        Console console = new Console();
        assertThat(console.run("validate", file.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(console.err())
                .contains("run.yaml:7:14: data.streaming: 'yes' is not known; expected true, false or auto");
    }

    /** The same points as arrays, with their classes. */
    private void writeArrays() throws IOException {
        RandomSource random = new Splittable().seeded(6);
        int m = 700;
        byte[] images = new byte[m * 6];
        byte[] labels = new byte[m];
        for (int i = 0; i < m; i++) {
            for (int c = 0; c < 6; c++) {
                images[i * 6 + c] = (byte) random.nextInt(256);
            }
            labels[i] = (byte) ((images[i * 6] & 0xff) > 100 ? 1 : 0);
        }
        Files.write(
                folder.resolve("x.idx"),
                joined(new byte[] {0, 0, 8, 3, 0, 0, 2, (byte) 188, 0, 0, 0, 2, 0, 0, 0, 3}, images));
        Files.write(folder.resolve("y.idx"), joined(new byte[] {0, 0, 8, 1, 0, 0, 2, (byte) 188}, labels));
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("x.idx.gz")))) {
            packed.write(Files.readAllBytes(folder.resolve("x.idx")));
        }
        for (int i = 0; i < 60; i++) {
            BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setPixel(i % 3, i % 2, new int[] {17 * (i % 15)});
            Path file = folder.resolve("pets/" + (i % 2 == 0 ? "even" : "odd") + "/" + i + ".png");
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            ImageIO.write(image, "png", file.toFile());
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: idx, images: x.idx, labels: y.idx}",
                "{type: idx, images: x.idx.gz, labels: y.idx}",
                "{type: image_folder, directory: pets, width: 3, height: 2, channels: 1}"
            })
    void givesTheNumbersOfMemoryForEveryKindOfFile(String reader) throws IOException {
        writeArrays();
        source = reader;
        split = "{train: 1.0, shuffle: false}";
        assertThat(metrics("true", "false")).isEqualTo(metrics("false", "false"));
        String shuffled = metrics("true", "true");
        assertThat(metrics("true", "true")).isEqualTo(shuffled);
    }

    /** A shuffled and stratified split has the same examples in every part, those of a part in the order of the file. */
    @Test
    void cutsTheSamePartsAsInMemory() throws IOException {
        split = "{train: 0.8, dev: 0.2}";
        String streamed = metrics("true", "false");
        assertThat(metrics("true", "false")).isEqualTo(streamed);
        assertThat(metrics("false", "false")).isNotEqualTo(streamed);
    }
}
