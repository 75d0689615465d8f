package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.Registry;

/** The example files of real tables and images, for a few epochs: they are sound, learn, and predict by name. */
class TableAndImageExamplesTest {
    @TempDir
    private Path out;

    @ParameterizedTest
    @CsvSource({
        "titanic, tabular, 5, accuracy, 0.7",
        "adult, tabular, 1, accuracy, 0.8",
        "california-housing, tabular, 6, r2, 0.5",
        "digits, tabular, 5, accuracy, 0.85",
        "mnist, mnist, 1, accuracy, 0.8",
        "fashion-mnist, fashion-mnist, 1, accuracy, 0.6",
    })
    void learnsFromItsData(String name, String folder, int epochs, String metric, double least) {
        List<String> overrides = new ArrayList<>(
                List.of("data.directory=" + Shared.folder("data").resolve(folder), "training.epochs=" + epochs));
        if (name.endsWith("mnist")) {
            overrides.addAll(List.of("data.train.take=6000", "data.test.take=1000"));
        }
        Path file = Path.of("..", "examples", name + ".yaml");
        PreparedExperiment prepared = new Experiments(Registry.load()).prepare(file, overrides);
        RunResult result = new ExperimentRunner(out).run(prepared);
        assertThat(Shared.value(Shared.value(result.finalMetrics(), "test"), metric))
                .isGreaterThan(least);
        Predictions predictions =
                Model.load(result.folder(), prepared.registry()).predict(prepared.examples("test"));
        assertThat(predictions.values().getColumnDimension())
                .isEqualTo(prepared.examples("test").examples());
        assertThat(predictions.labels()).allMatch(label -> prepared.classNames().contains(label));
    }

    @ParameterizedTest
    @CsvSource("wine, tabular")
    void isJudgedByFolds(String name, String folder) {
        Path file = Path.of("..", "examples", name + ".yaml");
        List<String> overrides =
                List.of("data.directory=" + Shared.folder("data").resolve(folder), "training.epochs=10");
        PreparedExperiment prepared = new Experiments(Registry.load()).prepare(file, overrides);
        assertThat(prepared.warnings()).isEmpty();
        CrossValidation.Result result =
                CrossValidation.of(prepared, overrides).run(out, (home, fold) -> new ExperimentRunner(home).run(fold));
        assertThat(Shared.value(Shared.value(result.means(), "dev"), "accuracy").mean())
                .isGreaterThan(0.9);
    }
}
