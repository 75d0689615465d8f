package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.management.JMException;
import javax.management.ObjectName;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.Json;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.TrainingListener;

/** The estimate against the bytes that a run holds, counted after a garbage collection while it trains. */
class MemoryEstimateTest {
    private static final Registry REGISTRY = Registry.load();

    private static final String EXPERIMENT = """
            name: memory
            data:
              train: {type: gaussian_quantiles, examples: 500, features: 1000, classes: 2, seed: 1}
              dev: {type: gaussian_quantiles, examples: 100, features: 1000, classes: 2, seed: 2}
            network:
              layers:
                - {type: dense, units: 300, activation: relu}
                - {type: dense, units: 200, activation: relu}
                - {type: dense, units: 2, activation: softmax}
              loss: categorical_cross_entropy
            training:
              optimizer: adam
              epochs: 2
              batch_size: 128
            """;

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "optimizer: adam, 'optimizer: {type: sgd, momentum: 0.9}'",
        "epochs: 2, '{epochs: 2}'",
        "'dev: {', 'test: {'",
        "batch_size: 128, 'batch_size: 128\n  precision: mixed'",
        "batch_size: 128, 'batch_size: full\n  precision: mixed\n  health: false'",
        "batch_size: 128, 'batch_size: 64\n  accumulate: 2\n  weight_average: {decay: 0.9}'",
        "batch_size: 128, 'batch_size: 128\n  early_stopping: {monitor: dev_cost, patience: 9, restore_best: true}'",
    })
    void isWithinAQuarterOfWhatIsHeld(String old, String changed) throws IOException {
        requireNear(changed.startsWith("{") ? transformed() : EXPERIMENT.replace(old, changed));
    }

    /** Nearly all of this are the values and gradients of two layers, whose A is written over Z. */
    @Test
    void isWithinAQuarterOfWhatIsHeldOfABatchInWideLayers() throws IOException {
        requireNear(EXPERIMENT
                .replace("examples: 500, features: 1000", "examples: 5000, features: 5")
                .replace("examples: 100, features: 1000", "examples: 100, features: 5")
                .replace("batch_size: 128", "batch_size: full\n  health: false"));
    }

    /** Of streamed examples their indices are held, which are most of this. */
    @Test
    void isWithinAQuarterOfWhatIsHeldOfStreamedData() throws IOException {
        int examples = 2_000_000;
        byte[] header = {0, 0, 8, 1, 0, (byte) (examples >> 16), (byte) (examples >> 8), (byte) examples};
        byte[] labels = Arrays.copyOf(header, header.length + examples);
        for (int i = 0; i < examples; i++) {
            labels[header.length + i] = (byte) (i % 2);
        }
        byte[] images =
                Arrays.copyOf(new byte[] {0, 0, 8, 2, 0, header[5], header[6], header[7], 0, 0, 0, 1}, 12 + examples);
        System.arraycopy(labels, header.length, images, 12, examples);
        Files.write(folder.resolve("labels"), labels);
        Files.write(folder.resolve("images"), images);
        requireNear("""
                name: streamed
                data:
                  source: {type: idx, images: images, labels: labels}
                  split: {train: 0.9, test: 0.1}
                  streaming: true
                network:
                  layers:
                    - {type: dense, units: 1, activation: sigmoid}
                  loss: binary_cross_entropy
                training: {optimizer: sgd, epochs: 2, batch_size: 4096}
                """);
    }

    private void requireNear(String text) throws IOException {
        long before = used();
        PreparedExperiment prepared = prepare(text);
        long[] most = {0};
        new ExperimentRunner(folder.resolve("runs"))
                .listener(new TrainingListener() {
                    @Override
                    public void epochFinished(EpochRecord epoch) {
                        most[0] = Math.max(most[0], used() - before);
                    }
                })
                .run(prepared);

        MemoryEstimate estimate = prepared.memory();
        long matrices = estimate.bytes() - part(estimate, "program") - part(estimate, "collector");
        assertThat(matrices).as(estimate + " against " + most[0]).isCloseTo(most[0], Percentage.withPercentage(25));
    }

    private static long part(MemoryEstimate estimate, String name) {
        return Objects.requireNonNull(estimate.parts().get(name));
    }

    /** Both the raw features and the standardized ones are held. */
    private static String transformed() {
        return EXPERIMENT.replace("network:", "  transforms: [standardize]\nnetwork:");
    }

    /** Small beside data and batches, so that the measured sum does not hold it. */
    @ParameterizedTest
    @CsvSource({"sgd, 0", "'{type: sgd, momentum: 0.9}', 1", "rmsprop, 1", "adam, 2"})
    void countsWhatTheOptimizerKeepsOfEachParameter(String optimizer, int numbers) throws IOException {
        MemoryEstimate estimate = prepare(EXPERIMENT.replace("optimizer: adam", "optimizer: " + optimizer))
                .memory();
        long parameters = 1001 * 300 + 301 * 200 + 201 * 2;
        assertThat(part(estimate, "optimizer")).isEqualTo(numbers * 8 * parameters);
        assertThat(part(estimate, "parameters")).isEqualTo(2 * 8 * parameters);
    }

    @Test
    void isShownAndRecorded() throws IOException {
        PreparedExperiment prepared = prepare(EXPERIMENT.replace("1000", "20"));
        assertThat(prepared.summary().lines().reduce((a, b) -> b).orElseThrow())
                .matches("about [0-9]+ MB of memory \\(program 5.*\\)");
        RunResult result = new ExperimentRunner(folder).run(prepared);
        Object manifest = Json.read(Files.readString(result.folder().resolve("run.json")));
        assertThat(manifest)
                .hasFieldOrPropertyWithValue(
                        "memory_estimate_bytes", prepared.memory().bytes());
    }

    /** Parts that share a file, and bytes that are only scaled, are counted once. */
    @Test
    void countsOnceWhatIsShared() throws IOException {
        String source = EXPERIMENT
                .replace("train: {", "source: {")
                .replaceFirst("  dev:.*\n", "  split: {train: 0.5, dev: 0.5}\n");
        long data = part(prepare(source).memory(), "data");
        assertThat((double) data).isCloseTo(8.0 * 500 * 1000, within(1.0 * (1 << 20)));
    }

    private PreparedExperiment prepare(String text) throws IOException {
        return new Experiments(REGISTRY).prepare(Files.writeString(folder.resolve("e.yaml"), text), List.of());
    }

    /** Of live objects alone: what the collector says is used holds the rest of regions with large arrays, too. */
    private static long used() {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            String[] total =
                    histogram.substring(histogram.lastIndexOf("Total")).trim().split("\\s+");
            return Long.parseLong(total[2]);
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }
}
