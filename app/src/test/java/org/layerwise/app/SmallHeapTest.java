package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

/** Experiments on data that are several times as large as the heap. */
class SmallHeapTest {
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 256;
    private static final String EXPERIMENT = """
            name: big
            data:
              source: SOURCE
              split: {train: 0.9, dev: 0.1}
              transforms: [TRANSFORM]
            network:
              layers: [{type: dense, units: 1, activation: sigmoid}]
              loss: binary_cross_entropy
            training:
              optimizer: sgd
              epochs: 1
              batch_size: 1000
              metrics: [accuracy]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private void train(String source, String transform) throws IOException, InterruptedException {
        String yaml = EXPERIMENT.replace("SOURCE", source).replace("TRANSFORM", transform);
        Path file = Files.writeString(folder.resolve("big.yaml"), yaml);
        Process process = ChildProcess.start(folder, "java", List.of("-Xmx48m"), "train", file.toString());
        String said = ChildProcess.finish(process);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(folder.resolve("runs/big/report.html")).exists();
    }

    @Test
    void trainOnAnArrayOfTwiceTheHeap() throws IOException, InterruptedException {
        byte[] header = ("{'descr': '<f4', 'fortran_order': False, 'shape': (" + ROWS + ", " + COLUMNS + "), }")
                .getBytes(StandardCharsets.UTF_8);
        RandomSource random = new Splittable().seeded(1);
        ByteBuffer row = ByteBuffer.allocate(4 * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer classes = ByteBuffer.allocate(ROWS);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("x.npy")))) {
            writeStart(out, header);
            for (int i = 0; i < ROWS; i++) {
                row.putFloat(4 * random.nextInt(COLUMNS), (float) random.nextDouble());
                out.write(row.array());
                classes.put((byte) (row.getFloat(0) > 0.5 ? 1 : 0));
            }
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("y.npy"))) {
            writeStart(
                    out,
                    ("{'descr': '|u1', 'fortran_order': False, 'shape': (" + ROWS + ",), }")
                            .getBytes(StandardCharsets.UTF_8));
            out.write(classes.array());
        }
        assertThat(Files.size(folder.resolve("x.npy"))).isGreaterThan(100_000_000);
        train("{type: npy, features: x.npy, targets: y.npy}", "standardize");
    }

    private static void writeStart(OutputStream out, byte[] header) throws IOException {
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length, 0});
        out.write(header);
    }

    @Test
    void trainOnATableOfTwiceTheHeap() throws IOException, InterruptedException {
        RandomSource random = new Splittable().seeded(2);
        StringBuilder line = new StringBuilder();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("t.csv")))) {
            out.write("a,b,c,d,e,f,g,h,kind\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 12 * ROWS; i++) {
                line.setLength(0);
                for (int c = 0; c < 8; c++) {
                    line.append(random.nextInt(1000)).append(',');
                }
                line.append(random.nextInt(5) > 1 ? "ant" : "zebra").append('\n');
                out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        train("{type: csv, file: t.csv, target: kind}", "robust");
    }

    @Test
    void dataThatDoNotFitAreNamedAsFarAsTheyAreRead() throws IOException, InterruptedException {
        String end = " with all that is made of it before training takes more memory than the \\d+ MB that Java has;"
                + " expected data: \\{streaming: true}, which reads it in pieces, or more memory"
                + " \\(JAVA_TOOL_OPTIONS=-Xmx…\\)\\R";
        assertThat(refused(validate("{type: moons, examples: 100000}", "{type: polynomial, degree: 10}")))
                .containsPattern("big.yaml:3:11: data.source: moons \\(2 MB of values\\)" + end);
        assertThat(refused(validate("{type: moons, examples: 4000000}", "standardize")))
                .containsPattern("big.yaml:3:11: data.source: what the reader gives" + end);
    }

    private Process validate(String source, String transform) throws IOException {
        String yaml = EXPERIMENT.replace("SOURCE", source).replace("TRANSFORM", transform);
        Path file = Files.writeString(folder.resolve("big.yaml"), yaml);
        return ChildProcess.start(folder, "java", List.of("-Xmx48m"), "validate", file.toString());
    }

    private static String refused(Process process) throws IOException, InterruptedException {
        String said = ChildProcess.finish(process);
        assertThat(process.exitValue()).as(said).isEqualTo(ExitCode.INPUT);
        assertThat(said).doesNotContain("Exception", "internal error");
        return said;
    }

    private String refused(int units, String command) throws IOException, InterruptedException {
        String yaml = EXPERIMENT
                .replace("SOURCE", "{type: moons, examples: 300}")
                .replace("TRANSFORM", "standardize")
                .replace("optimizer: sgd", "optimizer: adam")
                .replace(
                        "layers: [",
                        "layers: [{type: dense, units: " + units + ", activation: relu}, {type: dense, units: " + units
                                + ", activation: relu}, ");
        Path file = Files.writeString(folder.resolve("wide.yaml"), yaml);
        return refused(ChildProcess.start(folder, "java", List.of("-Xmx48m"), command, file.toString()));
    }

    @Test
    void whatCertainlyDoesNotFitIsRefusedBeforehand() throws IOException, InterruptedException {
        for (String command : List.of("validate", "train")) {
            assertThat(refused(3000, command))
                    .contains("wide.yaml:7:11: network.layers: the run needs about 413 MB of memory (")
                    .contains(" MB; expected fewer units, or more memory (JAVA_TOOL_OPTIONS=-Xmx…)");
        }
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aMatrixBeyondArraysIsRefused() throws IOException, InterruptedException {
        assertThat(refused(50_000, "validate"))
                .contains(
                        "network.layers: a weight matrix has 2500000000 entries, and an array of Java at most 2147483639");
    }

    /** The estimate is above the heap, but within what it may be wrong by. */
    @Test
    void whereMemoryEndsWhileTrainingItIsSaid() throws IOException, InterruptedException {
        assertThat(refused(1030, "train"))
                .contains(
                        "runs/big: training stopped, out of memory: Java has ",
                        " MB, and the run was estimated at about ")
                .contains(
                        "; expected fewer units, or more memory (JAVA_TOOL_OPTIONS=-Xmx…); with that, resume goes on from"
                                + " the last checkpoint");
    }
}
