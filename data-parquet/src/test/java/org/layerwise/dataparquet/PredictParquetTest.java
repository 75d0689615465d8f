package org.layerwise.dataparquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.ExperimentRunner;
import org.layerwise.experiment.Experiments;
import org.layerwise.experiment.Model;
import org.layerwise.experiment.Predictions;

/** Parquet from training to prediction, against the same table as JSON lines. */
class PredictParquetTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Registry registry = Registry.load();

    @BeforeEach
    void copy() throws IOException {
        copy("snappy.parquet", "t.parquet");
        copy("table.json", "t.jsonl");
        copy("odd.parquet", "odd.parquet");
    }

    private void copy(String name, String to) throws IOException {
        try (InputStream in = PredictParquetTest.class.getResourceAsStream(name)) {
            Files.write(folder.resolve(to), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private Model train(String reader) throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                name: e
                data:
                  train: {%s, target: kind, features: [width, age, single, "yes", name]}
                  transforms: [impute, {type: impute, strategy: most_frequent}, one_hot, standardize]
                network: {layers: [{type: dense, units: 1, activation: sigmoid}], loss: binary_cross_entropy}
                training: {optimizer: {type: adam, learning_rate: 0.01}, epochs: 3}
                """.formatted(reader));
        var run = new ExperimentRunner(folder.resolve("runs")).run(new Experiments(registry).prepare(file, List.of()));
        return Model.load(run.folder(), registry);
    }

    @Test
    void saysOfParquetWhatItSaysOfJsonLines() throws IOException {
        Model parquet = train("type: parquet, file: t.parquet");
        Model json = train("type: json_lines, file: t.jsonl");
        Predictions expected = json.predict(folder.resolve("t.jsonl"));
        assertThat(expected.outputNames()).containsExactly("setosa", "virginica");
        for (Predictions said :
                List.of(parquet.predict(folder.resolve("t.parquet")), json.predict(folder.resolve("t.parquet")))) {
            assertThat(said.outputNames()).isEqualTo(expected.outputNames());
            assertThat(said.labels()).isEqualTo(expected.labels());
            assertThat(said.values().getData()).isDeepEqualTo(expected.values().getData());
        }
        assertThatThrownBy(() -> json.predict(folder.resolve("odd.parquet")))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("odd.parquet");
    }
}
