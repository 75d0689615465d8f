package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;

/** Of the powers of targets some outputs of a network can't be undone; metrics and predictions say so and stay finite. */
class LimitedPredictionsTest {
    private final Registry registry = Registry.load();

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("t.csv"),
                IntStream.range(0, 80)
                        .mapToObj(i -> i / 25.0 + "," + Math.pow(0.2 + 0.3 * (i / 25.0) * (i / 25.0), -3))
                        .collect(Collectors.joining("\n", "x,y\n", "\n")));
        Files.writeString(folder.resolve("new.csv"), "x\n0.1\n1000\n2000\n");
    }

    /** The network says weight times x. */
    private Path train(String weight, String transform) throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                name: e
                data:
                  source: {type: csv, file: t.csv, target: y}
                  split: {train: 0.8, test: 0.2}
                  target_transforms: [%s]
                network:
                  layers: [{type: dense, units: 1, initializer: {type: constant, value: %s}}]
                  loss: mean_squared_error
                training:
                  optimizer: {type: sgd, learning_rate: 1e-12}
                  epochs: 2
                  log_every: 1
                  metrics: [r2, mean_squared_error, mean_absolute_error]
                """.formatted(transform, weight));
        return new ExperimentRunner(folder.resolve("runs"))
                .run(new Experiments(registry).prepare(file, List.of()))
                .folder();
    }

    @Test
    void metricsStayFiniteAndItIsSaid() throws IOException {
        Path run = train("5", "power");
        FinishedRun finished = FinishedRun.read(run, registry);
        assertThat(finished.finalMetrics().values())
                .allSatisfy(part -> assertThat(part.values()).allMatch(Double::isFinite));
        assertThat(Files.readString(run.resolve("metrics.csv"))).doesNotContain("NaN", "Infinity");
        assertThat(finished.limitedPredictions())
                .hasValueSatisfying(text -> assertThat(text)
                        .matches(
                                "\\d+ predictions were limited for the final metrics: target_transforms can't be undone"
                                        + " there, or not near the training targets; expected .*"));
        assertThat(Files.readString(run.resolve("log.txt")))
                .contains("warning: " + finished.limitedPredictions().orElseThrow());
        List<String> warnings = new ArrayList<>();
        assertThat(Model.load(run, registry).evaluate(warnings::add)).isEqualTo(finished.finalMetrics());
        assertThat(warnings).containsExactly(finished.limitedPredictions().orElseThrow());
    }

    @Test
    void nothingIsSaidWhereNothingWasLimited() throws IOException {
        Path run = train("-0.1", "power");
        assertThat(FinishedRun.read(run, registry).limitedPredictions()).isEmpty();
        assertThat(Files.readString(run.resolve("log.txt"))).doesNotContain("limited");
        assertThat(Files.readString(run.resolve("run.json"))).doesNotContain("limited");
    }

    @Test
    void predictionsAreLimitedAndCounted() throws IOException {
        for (String transform : List.of("power", "log", "standardize, power")) {
            Predictions said = Model.load(train("5", transform), registry).predict(folder.resolve("new.csv"));
            assertThat(said.limited()).as(transform).isEqualTo(2);
            double[] y = said.values().getRow(0);
            assertThat(y[0]).as(transform).isBetween(-10.0, 100.0);
            assertThat(y[1]).as(transform).isEqualTo(y[2]).isFinite().isGreaterThan(10_000);
        }
    }

    @Test
    void aModelThatKnowsNoLimitsRefusesTheRow() throws IOException {
        Path run = train("5", "power");
        Path network = run.resolve("model/network.yaml");
        Files.writeString(network, Files.readString(network).replaceAll("(?m)^ *(least|greatest): \\[.*\\]\\R", ""));
        Model model = Model.load(run, registry);
        assertThatThrownBy(() -> model.predict(folder.resolve("new.csv")))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(
                        "new.csv: row 2: the prediction of 'y' is Infinity; expected a finite number: the example lies"
                                + " beyond what the model or its target transforms can take");
    }
}
