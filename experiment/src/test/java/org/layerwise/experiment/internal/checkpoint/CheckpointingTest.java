package org.layerwise.experiment.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.DenseMatrix;
import org.layerwise.experiment.CheckpointInterval;
import org.layerwise.experiment.Checkpoints;
import org.layerwise.experiment.QuickFolder;
import org.layerwise.training.Better;
import org.layerwise.training.Checkpointer;
import org.layerwise.training.TrainingState;

class CheckpointingTest {
    private static final Fingerprint ORIGIN = Fingerprint.of("network", "experiment");

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private final AtomicInteger flushes = new AtomicInteger();
    private final At at = new At();

    /** A run of two steps an epoch and a second a step. */
    private static final class At implements Checkpointer.StateSource {
        private long step;
        private double cost;

        @Override
        public long epoch() {
            return step / 2;
        }

        @Override
        public long step() {
            return step;
        }

        @Override
        public long nanos() {
            return Duration.ofSeconds(step).toNanos();
        }

        @Override
        public Map<String, Double> values() {
            return Map.of("dev_cost", cost);
        }

        @Override
        public TrainingState capture() {
            throw new IllegalStateException("nothing needs to be copied");
        }

        @Override
        public TrainingState view() {
            return new TrainingState(
                    new TrainingState.Position(epoch(), step, 0, 0, 0.1, Double.NaN, 3, -0.0, nanos()),
                    Map.of("dev_cost", cost),
                    Map.of("parameter/W", DenseMatrix.of(new double[][] {{step, Double.MIN_VALUE}})),
                    Map.of("counter", new double[] {Double.POSITIVE_INFINITY, -1}),
                    Map.of("main", new long[] {Long.MIN_VALUE, Long.MAX_VALUE, step}));
        }
    }

    private CheckpointStore store() {
        return new CheckpointStore(folder.resolve("checkpoints"), ORIGIN);
    }

    private Checkpointing checkpointing(Checkpoints plan, CheckpointInterval every) {
        return new Checkpointing(
                store(),
                plan,
                Optional.of(every),
                new Checkpointing.Monitored("dev_cost", Better.LOWER),
                "test",
                flushes::incrementAndGet);
    }

    private static Checkpoints keeping(int last, boolean best) {
        return new Checkpoints(Optional.empty(), last, best, true);
    }

    private void train(Checkpointing checkpointing, double... costs) {
        for (double cost : costs) {
            for (int i = 0; i < 2; i++) {
                at.step++;
                checkpointing.stepFinished(at);
            }
            at.cost = cost;
            checkpointing.epochFinished(at);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void countsEpochs() throws IOException {
        train(checkpointing(keeping(9, false), CheckpointInterval.ofEpochs(2)), 1, 1, 1, 1, 1);
        assertThat(names()).containsExactly("step-4.safetensors", "step-8.safetensors");
        assertThat(flushes).hasValue(2);
    }

    @Test
    void countsSteps() throws IOException {
        train(checkpointing(keeping(9, false), CheckpointInterval.ofSteps(3)), 1, 1, 1, 1);
        assertThat(names()).containsExactly("step-3.safetensors", "step-6.safetensors");
    }

    @Test
    void countsTimeFromTheFirstStepAndThenFromTheLastCheckpoint() throws IOException {
        train(checkpointing(keeping(9, false), CheckpointInterval.ofTime(Duration.ofSeconds(3))), 1, 1, 1, 1);
        assertThat(names()).containsExactly("step-4.safetensors", "step-7.safetensors");
    }

    @Test
    void keepsTheLastAndTheFirstOfTheBest() throws IOException {
        Checkpointing checkpointing = checkpointing(keeping(2, true), CheckpointInterval.ofEpochs(1));
        train(checkpointing, 3, 1, 2, 1, 5, 4, 6);
        assertThat(names()).containsExactly("step-12.safetensors", "step-14.safetensors", "step-4.safetensors");
    }

    @Test
    void writesTheBestEpochsThoughNoneIsDue() throws IOException {
        train(checkpointing(keeping(1, true), CheckpointInterval.ofSteps(7)), 3, 1, Double.NaN, 2);
        assertThat(names()).containsExactly("step-4.safetensors", "step-7.safetensors");
        train(checkpointing(keeping(1, true), CheckpointInterval.ofSteps(1000)), 1, 0.5);
        assertThat(names()).as("a resumed run knows the best one").containsExactly("step-12.safetensors");
    }

    @Test
    void removesWhatAKilledProcessLeftHalfWritten() throws IOException {
        Files.createDirectories(folder.resolve("checkpoints"));
        Files.writeString(folder.resolve("checkpoints/step-1.safetensors.tmp"), "half");
        Files.writeString(folder.resolve("checkpoints/notes.txt"), "mine");
        train(checkpointing(keeping(1, false), CheckpointInterval.ofEpochs(1)), 1, 1);
        assertThat(names()).containsExactly("notes.txt", "step-4.safetensors");
    }

    @Test
    void doesNotWriteTheEndTwiceNorAfterIt() throws IOException {
        Checkpointing checkpointing = checkpointing(keeping(2, false), CheckpointInterval.ofEpochs(1));
        train(checkpointing, 1);
        checkpointing.ended(at);
        assertThat(flushes).hasValue(1);
        at.step++;
        checkpointing.ended(at);
        checkpointing.epochFinished(at);
        assertThat(flushes).hasValue(2);
        assertThat(names()).containsExactly("step-2.safetensors", "step-3.safetensors");
    }

    @Test
    void readsTheBitsThatItWrote() throws IOException {
        train(checkpointing(keeping(1, false), CheckpointInterval.ofEpochs(1)), 0.1);
        TrainingState wrote = at.view();
        TrainingState read = store().newest().state().orElseThrow();
        assertThat(read.position()).isEqualTo(wrote.position());
        assertThat(read.values()).isEqualTo(wrote.values());
        assertThat(read.matrices()).isEqualTo(wrote.matrices());
        assertThat(read.numbers().get("counter")).containsExactly(Double.POSITIVE_INFINITY, -1);
        assertThat(read.random().get("main")).containsExactly(Long.MIN_VALUE, Long.MAX_VALUE, 2);
    }

    /** Every byte of the file counts, but the spaces that fill the header up: none can be damaged unnoticed. */
    @Test
    void noticesEveryDamagedByte() throws IOException {
        train(checkpointing(keeping(1, false), CheckpointInterval.ofEpochs(1)), 0.1);
        Path file = folder.resolve("checkpoints/step-2.safetensors");
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] == ' ') {
                continue;
            }
            byte[] damaged = whole.clone();
            damaged[i] ^= 4;
            Files.write(file, damaged);
            CheckpointStore.Found found = store().newest();
            assertThat(found.state()).as("byte %d of %d", i, whole.length).isEmpty();
            assertThat(found.skipped()).singleElement().asString().contains("step-2.safetensors");
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(store().newest().state())
                    .as("%d of %d bytes", length, whole.length)
                    .isEmpty();
        }
    }

    @Test
    void refusesAnotherVersionByName() throws IOException {
        train(checkpointing(keeping(1, false), CheckpointInterval.ofEpochs(1)), 0.1);
        Path file = folder.resolve("checkpoints/step-2.safetensors");
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, text.replace("\"version\":\"1\"", "\"version\":\"7\""), StandardCharsets.ISO_8859_1);
        assertThat(store().newest().skipped())
                .singleElement()
                .asString()
                .endsWith("step-2.safetensors is of version 7; expected version 1");
    }

    @Test
    void saysThatNothingCanBeWritten() throws IOException {
        Files.writeString(folder.resolve("checkpoints"), "a file stands where the folder should");
        Checkpointing checkpointing = checkpointing(keeping(1, false), CheckpointInterval.ofEpochs(1));
        assertThatThrownBy(() -> train(checkpointing, 1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no checkpoint can be written");
    }
}
