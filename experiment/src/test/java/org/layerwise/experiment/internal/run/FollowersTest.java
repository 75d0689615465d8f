package org.layerwise.experiment.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;
import org.layerwise.experiment.ExperimentRunner;
import org.layerwise.experiment.Experiments;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.LayerHealth;
import org.layerwise.training.Part;
import org.layerwise.training.RunContext;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingStarted;

class FollowersTest {
    private static final Registry REGISTRY = Registry.load();

    @TempDir
    private Path folder;

    @Test
    void jsonLinesHoldWhatMetricsCsvHas() throws IOException {
        List<String> lines = written("metrics.jsonl", MetricsJsonLines::new, 0, 0, 10);
        assertThat(lines)
                .containsExactly(
                        "{\"epoch\":0,\"step\":0,\"train_cost\":0.5,\"last_batch_cost\":0.25,\"learning_rate\":0.1,"
                                + "\"seconds\":1.5,\"dev_cost\":\"nan\"}",
                        "{\"epoch\":10,\"step\":20,\"train_cost\":0.5,\"last_batch_cost\":0.25,\"learning_rate\":0.1,"
                                + "\"seconds\":1.5,\"dev_cost\":\"nan\"}");
    }

    @Test
    void healthHasARowForEachLayer() throws IOException {
        assertThat(written("health.csv", HealthCsv::new, 0, 10))
                .containsExactly(
                        HealthCsv.HEADING,
                        "10,21,dense_1,12,3.5,0.25,0.125,0.75,0.5,",
                        "10,21,dense_2,3,1.0,2.0,0.5,1.0,,0.0");
    }

    @Test
    void aResumedRunGoesOnRightly() throws IOException {
        for (Map.Entry<String, Function<RunContext, TrainingListener>> kind :
                Map.<String, Function<RunContext, TrainingListener>>of(
                                "metrics.jsonl", MetricsJsonLines::new, "health.csv", HealthCsv::new)
                        .entrySet()) {
            String name = kind.getKey();
            List<String> whole = written(name, kind.getValue(), 0, 0, 10, 20, 30);
            Files.delete(folder.resolve(name));
            written(name, kind.getValue(), 0, 0, 10, 15);
            Files.writeString(folder.resolve(name), "{\"epo", StandardOpenOption.APPEND);
            assertThat(written(name, kind.getValue(), 16, 20, 30)).as(name).isEqualTo(whole);
            assertThat(written(name, kind.getValue(), 11, 20, 30)).as(name).isEqualTo(whole);
            assertThat(written(name, kind.getValue(), 0, 0, 10, 20, 30))
                    .as(name)
                    .isEqualTo(whole);
        }
    }

    @Test
    void anExperimentNamesItsListenersAndSwitchesHealthOff() throws IOException {
        Path file = folder.resolve("moons.yaml");
        Files.writeString(file, """
                name: moons
                data:
                  source: {type: moons, examples: 40, noise: 0.2, seed: 3}
                network:
                  layers: [{type: dense, units: 3, activation: relu}, {type: dense, units: 1, activation: sigmoid}]
                  loss: binary_cross_entropy
                training: {optimizer: sgd, epochs: 5, log_every: 2, listeners: [tensorboard]}
                """);
        Path run = run(file);
        assertThat(run.resolve("tensorboard/events.out.tfevents.layerwise")).isNotEmptyFile();
        assertThat(Files.readAllLines(run.resolve("health.csv"))).hasSize(1 + 3 * 2);
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(3);
        Path without = run(file, "training.health=false", "training.listeners=[]");
        assertThat(without.resolve("health.csv")).doesNotExist();
        assertThat(without.resolve("tensorboard")).doesNotExist();
        assertThat(Files.readAllBytes(without.resolve("model/weights.safetensors")))
                .isEqualTo(Files.readAllBytes(run.resolve("model/weights.safetensors")));
    }

    /** A run that is killed after its last epoch, before it is whole, has nothing to train when it goes on. */
    @Test
    void keepTheLastRecordOfARunThatIsOver() throws IOException {
        List<String> rows = written("metrics.jsonl", MetricsJsonLines::new, 0, 0, 10, 13);
        assertThat(rows).hasSize(3);
        TrainingStarted over = new TrainingStarted(14, 14, Map.of(Part.TRAIN, 4), 4, 2, true, List.of("dev_cost"));
        RunContext context = new RunContext(folder, "cats", 10, InstantSource.system());
        try (TrainingListener listener = new MetricsJsonLines(context)) {
            listener.started(over);
        }
        assertThat(Files.readAllLines(folder.resolve("metrics.jsonl"))).isEqualTo(rows);
        Path csv = folder.resolve("metrics.csv");
        try (MetricsCsv listener = new MetricsCsv(context)) {
            listener.started(new TrainingStarted(0, 14, Map.of(Part.TRAIN, 4), 4, 2, List.of("dev_cost")));
            for (long epoch : new long[] {0, 10, 13}) {
                listener.epochFinished(new EpochRecord(epoch, 2 * epoch, 0.5, 0.25, 0.1, 1.5, Map.of()));
            }
        }
        List<String> before = Files.readAllLines(csv);
        try (MetricsCsv listener = new MetricsCsv(context)) {
            listener.started(over);
        }
        assertThat(Files.readAllLines(csv)).isEqualTo(before).hasSize(4);
    }

    private Path run(Path file, String... overrides) {
        return new ExperimentRunner(folder.resolve("runs"))
                .run(new Experiments(REGISTRY).prepare(file, List.of(overrides)))
                .folder();
    }

    private List<String> written(
            String name, Function<RunContext, TrainingListener> kind, long firstEpoch, long... epochs)
            throws IOException {
        try (TrainingListener listener = kind.apply(new RunContext(folder, "cats", 10, InstantSource.system()))) {
            listener.started(new TrainingStarted(firstEpoch, 31, Map.of(Part.TRAIN, 4), 4, 2, List.of("dev_cost")));
            for (long epoch : epochs) {
                listener.epochFinished(
                        new EpochRecord(epoch, 2 * epoch, 0.5, 0.25, 0.1, 1.5, Map.of("dev_cost", Double.NaN)));
                listener.healthMeasured(new HealthRecord(epoch, 2 * epoch + 1, List.of(FIRST, LAST)));
            }
        }
        return Files.readAllLines(folder.resolve(name));
    }

    private static final LayerHealth FIRST =
            new LayerHealth("dense_1", 12, 3.5, 0.25, 0.125, 0.75, OptionalDouble.of(0.5), OptionalDouble.empty());
    private static final LayerHealth LAST =
            new LayerHealth("dense_2", 3, 1, 2, 0.5, 1, OptionalDouble.empty(), OptionalDouble.of(0));
}
