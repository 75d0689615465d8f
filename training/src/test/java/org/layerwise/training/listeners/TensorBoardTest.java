package org.layerwise.training.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.LayerHealth;
import org.layerwise.training.Part;
import org.layerwise.training.RunContext;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingStarted;

class TensorBoardTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_500L));

    @TempDir
    private Path folder;

    @Test
    void writesTheBytesOfTheOfficialLibrary() throws IOException {
        write(0, 200, 400);
        assertThat(Files.readAllBytes(file())).isEqualTo(golden());
    }

    @Test
    void aResumedRunGoesOnInTheSameFile() throws IOException {
        write(0, 200, 400, 600);
        write(300, 400);
        assertThat(Files.readAllBytes(file())).isEqualTo(golden());
    }

    @Test
    void whatWasCutOffIsWrittenAgain() throws IOException {
        write(0, 200, 400);
        byte[] whole = Files.readAllBytes(file());
        for (int cut : new int[] {1, 20, 130}) {
            Files.write(file(), Arrays.copyOf(whole, whole.length - cut));
            write(400, 400);
            assertThat(Files.readAllBytes(file())).as("%d bytes cut off", cut).startsWith(Arrays.copyOf(whole, 300));
            assertThat(TfRecords.read(ByteBuffer.wrap(Files.readAllBytes(file()))))
                    .hasSize(5);
        }
    }

    @Test
    void anEpochOfAnEarlierEndThatIsNoneAnyMoreIsTakenOut() throws IOException {
        write(0, 200, 333);
        write(334, 400);
        assertThat(Files.readAllBytes(file())).isEqualTo(golden());
    }

    @Test
    void aNewRunReplacesWhatStandsThere() throws IOException {
        write(0, 600);
        write(0, 200, 400);
        assertThat(Files.readAllBytes(file())).isEqualTo(golden());
    }

    @Test
    void aDamagedRecordEndsTheFile() {
        byte[] file = golden();
        int records = TfRecords.read(ByteBuffer.wrap(file)).size();
        assertThat(records).isEqualTo(5);
        for (int i = 0; i < file.length; i += 7) {
            byte[] damaged = file.clone();
            damaged[i] ^= 0x10;
            assertThat(TfRecords.read(ByteBuffer.wrap(damaged))).hasSizeLessThan(records);
        }
    }

    @Test
    void tagsPutThePartsOfAMetricTogether() {
        assertThat(List.of("train_accuracy", "dev_cost", "train_end_cost", "test_top_k_accuracy", "other"))
                .extracting(EventFile::tag)
                .containsExactly("accuracy/train", "cost/dev", "cost/train_end", "top_k_accuracy/test", "other");
    }

    private void write(long firstEpoch, long... epochs) {
        try (TrainingListener listener = new TensorBoard().open(new RunContext(folder, "cats", 200, CLOCK))) {
            listener.started(new TrainingStarted(firstEpoch, 601, Map.of(Part.TRAIN, 4), 4, 2, List.of()));
            for (long epoch : epochs) {
                double cost = epoch == 200 ? 0.6931471805599453 : 1e-3;
                Map<String, Double> metrics = new LinkedHashMap<>();
                metrics.put("train_end_cost", cost / 2);
                metrics.put("dev_accuracy", epoch == 200 ? 0.5 : 1);
                listener.epochFinished(new EpochRecord(epoch, epoch, cost, cost, 1.2, 3, metrics));
                listener.healthMeasured(new HealthRecord(epoch, epoch + 1, List.of(HEALTH)));
            }
        }
    }

    private static final LayerHealth HEALTH =
            new LayerHealth("dense_1", 12, 3.5, 0.25, 0.125, 0.75, OptionalDouble.of(0.5), OptionalDouble.empty());

    private Path file() {
        return folder.resolve("tensorboard/events.out.tfevents.layerwise");
    }

    private static byte[] golden() {
        try (InputStream in = TensorBoardTest.class.getResourceAsStream("events.golden")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
