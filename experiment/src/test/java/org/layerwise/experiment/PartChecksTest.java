package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;

/** What parts of the data have in common, or have not, is found before training and said. */
class PartChecksTest {
    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private SmallTables tables;

    @BeforeEach
    void useTheFolder() {
        tables = new SmallTables(folder);
    }

    @Test
    void aShuffledSplitHasNothingToSay() throws IOException {
        tables.write("a.csv", "x,c,y", 100, i -> i * 37 % 101 + "," + i % 7 + "," + i % 2);
        PreparedExperiment prepared = tables.prepare("""
                source: {type: csv, file: a.csv, target: y}
                split: {train: 0.8, dev: 0.2, seed: 5}
                """);
        assertThat(prepared.warnings()).isEmpty();
        Path run = new ExperimentRunner(tables.path("runs")).run(prepared).folder();
        assertThat(Files.readString(run.resolve("run.json"))).contains("\"split_seed\" : 5", "largest_shift");
    }

    @Test
    void theColumnOfTheSplitIsNoFeature() throws IOException {
        tables.write("a.csv", "x,part,y", 30, i -> i + "," + (i % 5 == 4 ? "test" : "train") + "," + i % 2);
        PreparedExperiment prepared = tables.prepare("""
                source: {type: csv, file: a.csv, target: y}
                split: {column: part}
                """);
        assertThat(prepared.inputs()).isEqualTo(1);
        assertThat(prepared.examples("test").examples()).isEqualTo(6);
    }

    @Test
    void theEndOfASortedFileAsDevPartIsSaid() throws IOException {
        tables.write("s.csv", "x,y", 60, i -> i * 7 % 61 + "," + (i < 30 ? 0 : 1));
        String split = """
                source: {type: csv, file: s.csv, target: y}
                split: {train: 0.75, dev: 0.25, shuffle: false}
                """;
        assertThatThrownBy(() -> tables.prepare(split))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("the dev part has no example of class 0; expected examples of every class");
        assertThat(tables.prepare(split, "mean_squared_error").warnings())
                .contains("the rows of s.csv are sorted by the target 'y', and are cut in this order: the parts differ;"
                        + " leave shuffle at true");
        assertThat(tables.prepare("""
                        train: {type: csv, file: s.csv, target: y, take: 40}
                        dev: {type: csv, file: s.csv, target: y, skip: 40}
                        """, "mean_squared_error").warnings())
                .anyMatch(w -> w.endsWith("the parts differ; source with split shuffles them"));
    }

    @Test
    void examplesInTwoPartsAreSaid() throws IOException {
        tables.write("a.csv", "x,y", 40, i -> i + "," + i % 2);
        tables.write("b.csv", "x,y", 30, i -> (i + 30) + "," + i % 2);
        PreparedExperiment prepared = tables.prepare("""
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
    void examplesInDevAndTestPartAreSaidToo() throws IOException {
        tables.write("a.csv", "x,y", 40, i -> i + "," + i % 2);
        tables.write("b.csv", "x,y", 30, i -> (i + 40) + "," + i % 2);
        tables.write("c.csv", "x,y", 30, i -> (i + 69) + "," + i % 2);
        PreparedExperiment prepared = tables.prepare("""
                train: {type: csv, file: a.csv, target: y}
                dev: {type: csv, file: b.csv, target: y}
                test: {type: csv, file: c.csv, target: y}
                """);
        assertThat(prepared.warnings())
                .contains("1 example of the test part is in the dev part too, the first: c.csv: row 1 equals b.csv: row"
                        + " 30; scores of the test part look better than they are");
    }

    @Test
    void aChanceThatDoublesCannotHoldIsNotZero() throws IOException {
        tables.write("a.csv", "x,y", 2000, i -> i + "," + i % 2);
        tables.write("b.csv", "x,y", 2000, i -> -1 - i + "," + i % 2);
        assertThat(tables.prepare("""
                        train: {type: csv, file: a.csv, target: y}
                        test: {type: csv, file: b.csv, target: y}
                        """).warnings())
                .singleElement()
                .asString()
                .endsWith("Kolmogorov-Smirnov distance 1.000, probability by chance below 1e-300");
    }

    @Test
    void categoriesThatTrainingHasNotAreSaid() throws IOException {
        tables.write(
                "a.csv", "x,c,d,y", 20, i -> (i == 2 ? "" : i) + "," + i % 2 + "a," + (i == 15 ? "" : i) + "," + i % 2);
        tables.write("b.csv", "x,c,d,y", 6, i -> i + "," + i % 3 + "a," + i + "," + i % 2);
        assertThat(tables.prepare("""
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
    void columnsOfAPartAreFoundByNameWhateverTheirOrder() throws IOException {
        tables.write("a.csv", "x,c,y", 20, i -> i + "," + "ab".charAt(i % 2) + "," + i % 2);
        tables.write("b.csv", "y,c,x", 10, i -> (i + 1) % 2 + "," + "ba".charAt(i % 2) + "," + -i);
        String test = """
                train: {type: csv, file: a.csv, target: y}
                test: {type: csv, file: b.csv, target: y}
                transforms: [one_hot]
                """;
        for (String streaming : List.of("false", "true")) {
            PreparedExperiment prepared =
                    tables.prepare(test, "binary_cross_entropy", "streaming: " + streaming + "\n");
            Dataset part = Objects.requireNonNull(prepared.data().parts().get("test"));
            assertThat(part.columns()).extracting(Column::name).containsExactly("x", "c=a", "c=b");
            assertThat(part.featureMatrix().getRow(3)).containsExactly(-3, 1, 0);
        }
    }

    @Test
    void columnsThatOnlyOnePartHasAreNamed() throws IOException {
        tables.write("a.csv", "x,c,y", 20, i -> i + "," + i + "," + i % 2);
        tables.write("b.csv", "x,d,y", 10, i -> i + "," + i + "," + i % 2);
        assertThatThrownBy(() -> tables.prepare("""
                        train: {type: csv, file: a.csv, target: y}
                        test: {type: csv, file: b.csv, target: y}
                        """))
                .hasMessageContaining(
                        "data.test: b.csv has 2 features, without c, with d; expected the 2 of the training");
    }

    @Test
    void theFirstPartThatIsNotFiniteIsNamed() throws IOException {
        tables.write("a.csv", "x,y", 20, i -> (i == 3 ? "" : i) + "," + i % 2);
        tables.write("b.csv", "x,y", 20, i -> (i == 5 ? "" : i) + "," + i % 2);
        for (String streaming : List.of("true", "false")) {
            assertThatThrownBy(() -> tables.prepare("""
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
}
