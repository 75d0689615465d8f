package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;

/** What is wrong with splits and columns without being an error is found before training and said. */
class DataWarningsTest {
    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private PreparedExperiment prepare(String data) throws IOException {
        return prepare(data, "binary_cross_entropy");
    }

    /** In memory; what is said of streamed data is the same. */
    private PreparedExperiment prepare(String data, String loss) throws IOException {
        PreparedExperiment inMemory = prepare(data, loss, "streaming: false\n");
        assertThat(prepare(data, loss, "streaming: true\n").warnings()).isEqualTo(inMemory.warnings());
        return inMemory;
    }

    private PreparedExperiment prepare(String data, String loss, String streaming) throws IOException {
        Path file = folder.resolve("e.yaml");
        Files.writeString(file, """
                name: e
                data:
                %snetwork:
                  layers: [{type: dense, units: 1, activation: %s}]
                  loss: %s
                training: {optimizer: {type: sgd, learning_rate: 0.1}, epochs: 2, batch_size: full}
                """.formatted(
                        (data + streaming).indent(2), loss.startsWith("mean") ? "linear" : "sigmoid", loss));
        return new Experiments(Registry.load()).prepare(file, List.of());
    }

    private void write(String name, String header, int rows, java.util.function.IntFunction<String> row)
            throws IOException {
        Files.writeString(
                folder.resolve(name),
                header + "\n" + IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n")) + "\n");
    }

    @Test
    void aShuffledSplitHasNothingToSay() throws IOException {
        write("a.csv", "x,c,y", 100, i -> i * 37 % 101 + "," + i % 7 + "," + i % 2);
        PreparedExperiment prepared = prepare("""
                source: {type: csv, file: a.csv, target: y}
                split: {train: 0.8, dev: 0.2, seed: 5}
                """);
        assertThat(prepared.warnings()).isEmpty();
        Path run = new ExperimentRunner(folder.resolve("runs")).run(prepared).folder();
        assertThat(Files.readString(run.resolve("run.json"))).contains("\"split_seed\" : 5", "largest_shift");
    }

    @Test
    void anIndexWithoutANameIsSaidUnlessItIsLeftOut() throws IOException {
        write("a.csv", ",x,y", 100, i -> i + "," + i * 37 % 101 + "," + i % 2);
        String source =
                "source: {type: csv, file: a.csv, target: y%s, skip: 3}\nsplit: {train: 0.8, dev: 0.2, seed: 5}\n";
        assertThat(prepare(source.formatted("")).warnings())
                .containsExactly(
                        "a.csv: line 1: field 1 has no name, so its column is called '1', and counts the rows, as the"
                                + " index does that pandas and R write beside a table; expected it to be left out, by features or"
                                + " the transform drop");
        assertThat(prepare(source.formatted(", features: x")).warnings()).isEmpty();
        assertThat(prepare(source.formatted("") + "transforms: [{type: drop, columns: '1'}]\n")
                        .warnings())
                .isEmpty();
    }

    @Test
    void aColumnWithoutANameIsSaidOfTheTrainingFileAlone() throws IOException {
        write("a.csv", "x,,y", 40, i -> i + "," + i % 3 + "," + i % 2);
        write("b.csv", "x,,y", 40, i -> (i + 0.5) + "," + i % 3 + "," + i % 2);
        assertThat(prepare("""
                        train: {type: csv, file: a.csv, target: y}
                        dev: {type: csv, file: b.csv, target: y}
                        """).warnings())
                .containsExactly(
                        "a.csv: line 1: field 2 has no name, so its column is called '2'; expected a name, or the"
                                + " column to be left out, by features or the transform drop");
    }

    @Test
    void examplesInDevAndTestPartAreSaidToo() throws IOException {
        write("a.csv", "x,y", 40, i -> i + "," + i % 2);
        write("b.csv", "x,y", 30, i -> (i + 40) + "," + i % 2);
        write("c.csv", "x,y", 30, i -> (i + 69) + "," + i % 2);
        PreparedExperiment prepared = prepare("""
                train: {type: csv, file: a.csv, target: y}
                dev: {type: csv, file: b.csv, target: y}
                test: {type: csv, file: c.csv, target: y}
                """);
        assertThat(prepared.warnings())
                .contains("1 example of the test part is in the dev part too, the first: c.csv: row 1 equals b.csv: row"
                        + " 30; scores of the test part look better than they are");
    }

    @Test
    void examplesInTwoPartsAreSaid() throws IOException {
        write("a.csv", "x,y", 40, i -> i + "," + i % 2);
        write("b.csv", "x,y", 30, i -> (i + 30) + "," + i % 2);
        PreparedExperiment prepared = prepare("""
                train: {type: csv, file: a.csv, target: y}
                test: {type: csv, file: b.csv, target: y}
                """);
        assertThat(prepared.warnings())
                .anyMatch(
                        w -> w.equals("10 examples of the test part are in the train part too, the first: b.csv: row 1"
                                + " equals a.csv: row 31; scores of the test part look better than they are"))
                .anyMatch(w -> w.startsWith("the features of the test part are distributed otherwise than those of the"
                        + " training part, most of all 'x': Kolmogorov-Smirnov distance 0.75"));
    }

    @Test
    void datesAsFeaturesAreRefusedUnlessTheyAreDeclaredOrLeftOut() throws IOException {
        write(
                "a.csv",
                "day,x,at,y",
                20,
                i -> (i == 0 ? "" : "2024-01-" + (i + 10)) + "," + i + ",10:" + (i + 10) + "," + i % 2);
        String split = "split: {train: 0.5, test: 0.5}\n";
        assertThatThrownBy(() -> prepare("source: {type: csv, file: a.csv, target: y}\n" + split))
                .isInstanceOfSatisfying(
                        ExperimentException.class,
                        e -> assertThat(e.problems())
                                .hasSize(2)
                                .extracting(Problem::message)
                                .anySatisfy(m -> assertThat(m)
                                        .startsWith("a.csv: column 'day' holds dates or times, '2024-01-11' in row 2;"
                                                + " expected numbers: leave it out")
                                        .endsWith("list it under categorical if each of its 19 texts is a category"))
                                .anySatisfy(m -> assertThat(m).contains("'at' holds", "'10:10' in row 1")));
        prepare("source: {type: csv, file: a.csv, target: y, features: x}\n" + split);
        prepare("source: {type: csv, file: a.csv, target: y}\ntransforms: [{type: drop, columns: [day, at]}]\n"
                + split);
        prepare(
                "source: {type: csv, file: a.csv, target: y, features: [x, at], categorical: at}\ntransforms: [{type: one_hot, unknown: ignore}]\n"
                        + split);
    }

    @Test
    void aFeatureThatSaysTheTargetIsNamed() throws IOException {
        write("a.csv", "x,label,y", 40, i -> i + "," + (i % 3 == 0 ? "good" : "bad") + "," + (i % 3 == 0 ? 1 : 0));
        String source = "source: {type: csv, file: a.csv, target: y}\n";
        assertThat(prepare(source + "transforms: [one_hot]\n").warnings())
                .containsExactly("feature 'label' says the target 'y' of every training example; expected it to be left"
                        + " out");
        assertThat(prepare(source + "transforms: [{type: drop, columns: label}]\n")
                        .warnings())
                .isEmpty();
    }

    @Test
    void theEndOfASortedFileAsDevPartIsSaid() throws IOException {
        write("s.csv", "x,y", 60, i -> i * 7 % 61 + "," + (i < 30 ? 0 : 1));
        String split = """
                source: {type: csv, file: s.csv, target: y}
                split: {train: 0.75, dev: 0.25, shuffle: false}
                """;
        assertThatThrownBy(() -> prepare(split))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("the dev part has no example of class 0; expected examples of every class");
        assertThat(prepare(split, "mean_squared_error").warnings())
                .contains("the rows of s.csv are sorted by the target 'y', and are cut in this order: the parts differ;"
                        + " leave shuffle at true");
        assertThat(prepare("""
                        train: {type: csv, file: s.csv, target: y, take: 40}
                        dev: {type: csv, file: s.csv, target: y, skip: 40}
                        """, "mean_squared_error").warnings())
                .anyMatch(w -> w.endsWith("the parts differ; source with split shuffles them"));
    }

    @Test
    void theTargetAmongTheFeaturesIsAnError() throws IOException {
        write("a.csv", "x,y", 10, i -> i + "," + i % 2);
        assertThatThrownBy(() -> prepare("source: {type: csv, file: a.csv, target: y, features: [x, y]}\n"))
                .hasMessageContaining("e.yaml:3:57: data.source.features: the target column 'y' is among the features");
    }

    @Test
    void aConstantColumnIsSaid() throws IOException {
        write("a.csv", "x,c,y", 10, i -> i + ",7," + i % 2);
        assertThat(prepare("source: {type: csv, file: a.csv, target: y}\ntransforms: [standardize]\n")
                        .warnings())
                .containsExactly("data.transforms[0]: column 'c' is constant in the training part: it becomes 0;"
                        + " drop_constant leaves such columns out");
    }

    @Test
    void categoriesThatTrainingHasNotAreSaid() throws IOException {
        write("a.csv", "x,c,d,y", 20, i -> (i == 2 ? "" : i) + "," + i % 2 + "a," + (i == 15 ? "" : i) + "," + i % 2);
        write("b.csv", "x,c,d,y", 6, i -> i + "," + i % 3 + "a," + i + "," + i % 2);
        assertThat(prepare("""
                        train: {type: csv, file: a.csv, target: y, take: 10}
                        dev: {type: csv, file: b.csv, target: y}
                        test: {type: csv, file: a.csv, target: y, skip: 10}
                        transforms:
                          - {type: impute, strategy: most_frequent, indicator: true}
                          - {type: one_hot, unknown: ignore}
                        """).warnings())
                .contains(
                        "data.transforms[0]: in the test part, values are missing in 'd', which the training part has whole:"
                                + " they are filled, but no indicator says so",
                        "data.transforms[1]: in the dev part, column 'c' has 2 values that the training part has not, the"
                                + " first in b.csv: row 3, '2a': all its columns are 0");
    }

    @Test
    void aChanceThatDoublesCannotHoldIsNotZero() throws IOException {
        write("a.csv", "x,y", 2000, i -> i + "," + i % 2);
        write("b.csv", "x,y", 2000, i -> -1 - i + "," + i % 2);
        assertThat(prepare("""
                        train: {type: csv, file: a.csv, target: y}
                        test: {type: csv, file: b.csv, target: y}
                        """).warnings())
                .singleElement()
                .asString()
                .endsWith("Kolmogorov-Smirnov distance 1.000, probability by chance below 1e-300");
    }

    @Test
    void columnsOfAPartAreFoundByNameWhateverTheirOrder() throws IOException {
        write("a.csv", "x,c,y", 20, i -> i + "," + "ab".charAt(i % 2) + "," + i % 2);
        write("b.csv", "y,c,x", 10, i -> (i + 1) % 2 + "," + "ba".charAt(i % 2) + "," + -i);
        String test = """
                train: {type: csv, file: a.csv, target: y}
                test: {type: csv, file: b.csv, target: y}
                transforms: [one_hot]
                """;
        for (String streaming : List.of("false", "true")) {
            PreparedExperiment prepared = prepare(test, "binary_cross_entropy", "streaming: " + streaming + "\n");
            Dataset part = Objects.requireNonNull(prepared.data().parts().get("test"));
            assertThat(part.columns()).extracting(Column::name).containsExactly("x", "c=a", "c=b");
            assertThat(part.featureMatrix().getRow(3)).containsExactly(-3, 1, 0);
        }
    }

    @Test
    void columnsThatOnlyOnePartHasAreNamed() throws IOException {
        write("a.csv", "x,c,y", 20, i -> i + "," + i + "," + i % 2);
        write("b.csv", "x,d,y", 10, i -> i + "," + i + "," + i % 2);
        assertThatThrownBy(() -> prepare("""
                        train: {type: csv, file: a.csv, target: y}
                        test: {type: csv, file: b.csv, target: y}
                        """))
                .hasMessageContaining(
                        "data.test: b.csv has 2 features, without c, with d; expected the 2 of the training");
    }

    @Test
    void classesHaveNoTargetTransforms() throws IOException {
        write("a.csv", "x,y", 20, i -> i + "," + i % 2);
        assertThatThrownBy(() -> prepare("""
                        train: {type: csv, file: a.csv, target: y}
                        target_transforms: [standardize]
                        """))
                .hasMessageContaining("data.target_transforms: target_transforms change numbers, and this loss takes"
                        + " classes; expected a loss for numbers, such as mean_squared_error, or no target_transforms");
    }

    @Test
    void fittingStreamedDataSaysHowFarItIs() throws IOException {
        write("a.csv", "x,y", 200, i -> i + "," + i % 2);
        Path file = folder.resolve("e.yaml");
        prepare("source: {type: csv, file: a.csv, target: y}\ntransforms: [power]\n");
        List<String> told = new java.util.ArrayList<>();
        new Experiments(Registry.load(), (what, done, total, unit) -> told.add(what + " " + done + "/" + total))
                .prepare(file, List.of());
        assertThat(told)
                .contains(
                        "fitting transforms[0] 128/200",
                        "fitting transforms[0], pass 2 192/200",
                        "checking the train part 192/200");
    }

    @Test
    void theFirstPartThatIsNotFiniteIsNamed() throws IOException {
        write("a.csv", "x,y", 20, i -> (i == 3 ? "" : i) + "," + i % 2);
        write("b.csv", "x,y", 20, i -> (i == 5 ? "" : i) + "," + i % 2);
        for (String streaming : List.of("true", "false")) {
            assertThatThrownBy(() -> prepare("""
                            train: {type: csv, file: a.csv, target: y}
                            test: {type: csv, file: b.csv, target: y}
                            """, "binary_cross_entropy", "streaming: " + streaming + "\n"))
                    .isInstanceOfSatisfying(
                            ExperimentException.class,
                            e -> assertThat(e.problems())
                                    .singleElement()
                                    .satisfies(problem -> assertThat(problem.message())
                                            .startsWith("a.csv: row 4, column 'x': a value is missing or NaN")));
        }
    }

    @Test
    void theColumnOfTheSplitIsNoFeature() throws IOException {
        write("a.csv", "x,part,y", 30, i -> i + "," + (i % 5 == 4 ? "test" : "train") + "," + i % 2);
        PreparedExperiment prepared = prepare("""
                source: {type: csv, file: a.csv, target: y}
                split: {column: part}
                """);
        assertThat(prepared.inputs()).isEqualTo(1);
        assertThat(prepared.examples("test").examples()).isEqualTo(6);
    }
}
