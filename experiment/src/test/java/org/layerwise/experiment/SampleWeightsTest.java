package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;

class SampleWeightsTest {
    private static final Registry REGISTRY = Registry.load();

    private static final String FILE = """
            name: weighted
            data:
              weights: w
              train: {type: csv, file: data.csv, target: y}
              dev: {type: csv, file: data.csv, target: y}
            network:
              layers:
                - {type: dense, units: 1, activation: sigmoid, initializer: zeros}
              loss: binary_cross_entropy
            training:
              optimizer: {type: sgd, learning_rate: 0.5}
              epochs: 3
              batch_size: full
            """;

    @TempDir
    private Path folder;

    private RunResult run(String yaml, String csv) throws IOException {
        Files.writeString(folder.resolve("data.csv"), csv);
        Path file = Files.writeString(folder.resolve("e.yaml"), yaml);
        return new ExperimentRunner(folder.resolve("runs")).run(new Experiments(REGISTRY).prepare(file, List.of()));
    }

    private static List<String> trainCosts(RunResult result) throws IOException {
        return Files.readAllLines(result.folder().resolve("metrics.csv")).stream()
                .skip(1)
                .map(row -> row.split(",")[2])
                .toList();
    }

    /** Twice the weight is twice the example, of one example more: J is 4/3 of what 4 examples give. */
    @Test
    void aWeightCountsLikeExamples() throws IOException {
        RunResult weighted = run(FILE, "x,w,y\n1,2,1\n-1,1,0\n0.5,1,0\n");
        Model model = Model.load(weighted.folder(), REGISTRY);
        assertThat(model.features()).as("the weight is none").containsExactly("x");
        assertThat(model.evaluate()).isEqualTo(weighted.finalMetrics());
        assertThat(Files.readString(weighted.folder().resolve("experiment.yaml")))
                .contains("weights: w");
        RunResult same = run(
                FILE.replace("  weights: w\n", "").replace("0.5}", "0.6666666666666666}"),
                "x,y\n1,1\n1,1\n-1,0\n0.5,0\n");
        List<Double> expected = trainCosts(same).stream()
                .map(cost -> Double.parseDouble(cost) * 4 / 3)
                .toList();
        List<String> costs = trainCosts(weighted);
        for (int e = 0; e < 3; e++) {
            assertThat(Double.parseDouble(costs.get(e))).isCloseTo(expected.get(e), within(1e-12));
        }
    }

    @Test
    void saysWhichWeightIsWrong() {
        assertThat(problem(FILE, "x,w,y\n1,2,1\n-1,-1,0\n0.5,1,0\n"))
                .contains(
                        "e.yaml:3:12: data.weights: ",
                        "row 2, column 'w': the weight is -1.0; expected a finite number, at least 0");
        assertThat(problem(FILE, "x,w,y\n1,2,1\n-1,,0\n0.5,1,0\n"))
                .contains("row 2, column 'w': the weight is missing or NaN");
        assertThat(problem(FILE, "x,w,y\n1,0,1\n-1,0,0\n")).contains("all weights of the training part are 0");
        assertThat(problem(FILE, "x,w,y\n1,a,1\n-1,b,0\n")).contains("holds text; expected numbers");
        assertThat(problem(FILE.replace("weights: w", "weights: y"), "x,w,y\n1,0,1\n-1,0,0\n"))
                .contains("there is no column 'y' beside the target; did you mean");
        assertThat(problem(FILE, "w,y\n1,1\n1,0\n")).contains("no feature is left beside 'w'");
    }

    private String problem(String yaml, String csv) {
        ExperimentException e = catchThrowableOfType(ExperimentException.class, () -> run(yaml, csv));
        return String.valueOf(Objects.requireNonNull(e).getMessage());
    }
}
