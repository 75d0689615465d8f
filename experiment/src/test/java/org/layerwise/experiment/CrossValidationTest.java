package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;

class CrossValidationTest {
    private static final String FILE = """
            name: folds
            data:
              source: {type: moons, examples: 90, noise: 0.2, seed: 3}
              transforms: [standardize]
            network:
              layers: [{type: dense, units: 4, activation: tanh}, {type: dense, units: 1, activation: sigmoid}]
              loss: binary_cross_entropy
            training: {optimizer: {type: adam, learning_rate: 0.05}, epochs: 5, metrics: [accuracy]}
            cross_validation: {folds: 3, seed: 8}
            """;

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private PreparedExperiment prepare(String text, String... overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("folds.yaml"), text);
        return new Experiments(Registry.load()).prepare(file, List.of(overrides));
    }

    private CrossValidation.Result run(PreparedExperiment prepared) {
        return CrossValidation.of(prepared, List.of())
                .run(folder.resolve("runs"), (home, fold) -> new ExperimentRunner(home).run(fold));
    }

    @Test
    void leavesARunForEachFoldAndTheirMean() throws IOException {
        PreparedExperiment prepared = prepare(FILE);
        assertThat(CrossValidation.isAskedFor(prepared)).isTrue();
        CrossValidation.Result result = run(prepared);
        assertThat(result.runs()).hasSize(3);
        double[] accuracies = result.runs().stream()
                .mapToDouble(run -> Shared.value(Shared.value(run.finalMetrics(), "dev"), "accuracy"))
                .toArray();
        CrossValidation.Spread spread = Shared.value(Shared.value(result.means(), "dev"), "accuracy");
        double mean = (accuracies[0] + accuracies[1] + accuracies[2]) / 3;
        assertThat(spread.mean()).isCloseTo(mean, within(1e-15));
        double squares = 0;
        for (double accuracy : accuracies) {
            squares += (accuracy - mean) * (accuracy - mean);
        }
        assertThat(spread.standardDeviation()).isCloseTo(Math.sqrt(squares / 2), within(1e-15));
        assertThat(Files.readString(result.folder().resolve("run.json")))
                .contains("\"standard_deviation\"", "\"folds-fold-3\"", "\"folds_seed\" : 8");
        assertThatThrownBy(() -> Model.load(result.folder(), Registry.load()))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("is the folder of a cross-validation, which has a model for each fold; expected a"
                        + " fold: " + result.folder().resolve("folds-fold-1"));
    }

    @Test
    void anUnfinishedOneIsResumedFoldByFold() throws IOException {
        CrossValidation.Result result = CrossValidation.of(prepare(FILE), List.of())
                .run(
                        folder.resolve("runs"),
                        (home, fold) -> new ExperimentRunner(home)
                                .stopRequest(() -> true)
                                .run(fold));
        assertThat(result.runs()).hasSize(1);
        assertThat(Files.readString(result.folder().resolve("run.json"))).contains("\"status\" : \"unfinished\"");
        assertThatThrownBy(() -> ResumableRun.open(result.folder(), List.of(), Registry.load()))
                .hasMessageContaining("holds the runs of several folds; expected the folder of one of them");
        try (ResumableRun first = ResumableRun.open(result.runs().get(0).folder(), List.of(), Registry.load())) {
            assertThat(new ExperimentRunner(folder).resume(first).outcome()).isEqualTo(RunResult.Outcome.COMPLETED);
        }
    }

    @Test
    void theFileOfAFoldGivesTheSameRunAgain() throws IOException {
        CrossValidation.Result result = run(prepare(FILE));
        Path second = result.runs().get(1).folder();
        PreparedExperiment again =
                new Experiments(Registry.load()).prepare(second.resolve("experiment.yaml"), List.of());
        assertThat(CrossValidation.isAskedFor(again)).isFalse();
        Map<String, Map<String, Double>> metrics =
                new ExperimentRunner(folder.resolve("again")).run(again).finalMetrics();
        assertThat(metrics).isEqualTo(result.runs().get(1).finalMetrics());
        assertThat(metrics).isNotEqualTo(result.runs().get(0).finalMetrics());
        assertThat(Model.load(second, Registry.load()).evaluate()).isEqualTo(metrics);
    }

    @Test
    void refusesADevPartBesideTheFolds() {
        assertThatThrownBy(() -> prepare(FILE.replace("  transforms", "  split: {train: 0.8, dev: 0.2}\n  transforms")))
                .hasMessageContaining("folds.yaml:10:1: cross_validation: cross_validation makes dev parts of its own");
        assertThatThrownBy(() -> prepare(FILE.replace("folds: 3", "folds: 100")))
                .hasMessageContaining("cross_validation.folds: the 90 training examples do not make 100 folds");
        assertThatThrownBy(() -> prepare(FILE.replace("seed: 8", "only: 4")))
                .hasMessageContaining("only must be in [1, 3], got 4");
    }
}
