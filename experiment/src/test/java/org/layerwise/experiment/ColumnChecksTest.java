package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with columns, an error or not, is found before training and said. */
class ColumnChecksTest {
    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private SmallTables tables;

    @BeforeEach
    void useTheFolder() {
        tables = new SmallTables(folder);
    }

    @Test
    void anIndexWithoutANameIsSaidUnlessItIsLeftOut() throws IOException {
        tables.write("a.csv", ",x,y", 100, i -> i + "," + i * 37 % 101 + "," + i % 2);
        String source =
                "source: {type: csv, file: a.csv, target: y%s, skip: 3}\nsplit: {train: 0.8, dev: 0.2, seed: 5}\n";
        assertThat(tables.prepare(source.formatted("")).warnings())
                .containsExactly(
                        "a.csv: line 1: field 1 has no name, so its column is called '1', and counts the rows, as the"
                                + " index does that pandas and R write beside a table; expected it to be left out, by features or"
                                + " the transform drop");
        assertThat(tables.prepare(source.formatted(", features: x")).warnings()).isEmpty();
        assertThat(tables.prepare(source.formatted("") + "transforms: [{type: drop, columns: '1'}]\n")
                        .warnings())
                .isEmpty();
    }

    @Test
    void aColumnWithoutANameIsSaidOfTheTrainingFileAlone() throws IOException {
        tables.write("a.csv", "x,,y", 40, i -> i + "," + i % 3 + "," + i % 2);
        tables.write("b.csv", "x,,y", 40, i -> (i + 0.5) + "," + i % 3 + "," + i % 2);
        assertThat(tables.prepare("""
                        train: {type: csv, file: a.csv, target: y}
                        dev: {type: csv, file: b.csv, target: y}
                        """).warnings())
                .containsExactly(
                        "a.csv: line 1: field 2 has no name, so its column is called '2'; expected a name, or the"
                                + " column to be left out, by features or the transform drop");
    }

    @Test
    void aConstantColumnIsSaid() throws IOException {
        tables.write("a.csv", "x,c,y", 10, i -> i + ",7," + i % 2);
        assertThat(tables.prepare("source: {type: csv, file: a.csv, target: y}\ntransforms: [standardize]\n")
                        .warnings())
                .containsExactly("data.transforms[0]: column 'c' is constant in the training part: it becomes 0;"
                        + " drop_constant leaves such columns out");
    }

    @Test
    void aFeatureThatSaysTheTargetIsNamed() throws IOException {
        tables.write(
                "a.csv", "x,label,y", 40, i -> i + "," + (i % 3 == 0 ? "good" : "bad") + "," + (i % 3 == 0 ? 1 : 0));
        String source = "source: {type: csv, file: a.csv, target: y}\n";
        assertThat(tables.prepare(source + "transforms: [one_hot]\n").warnings())
                .containsExactly("feature 'label' says the target 'y' of every training example; expected it to be left"
                        + " out");
        assertThat(tables.prepare(source + "transforms: [{type: drop, columns: label}]\n")
                        .warnings())
                .isEmpty();
    }

    @Test
    void theTargetAmongTheFeaturesIsAnError() throws IOException {
        tables.write("a.csv", "x,y", 10, i -> i + "," + i % 2);
        assertThatThrownBy(() -> tables.prepare("source: {type: csv, file: a.csv, target: y, features: [x, y]}\n"))
                .hasMessageContaining("e.yaml:3:57: data.source.features: the target column 'y' is among the features");
    }

    @Test
    void datesAsFeaturesAreRefusedUnlessTheyAreDeclaredOrLeftOut() throws IOException {
        tables.write(
                "a.csv",
                "day,x,at,y",
                20,
                i -> (i == 0 ? "" : "2024-01-" + (i + 10)) + "," + i + ",10:" + (i + 10) + "," + i % 2);
        String split = "split: {train: 0.5, test: 0.5}\n";
        assertThatThrownBy(() -> tables.prepare("source: {type: csv, file: a.csv, target: y}\n" + split))
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
        tables.prepare("source: {type: csv, file: a.csv, target: y, features: x}\n" + split);
        tables.prepare("source: {type: csv, file: a.csv, target: y}\ntransforms: [{type: drop, columns: [day, at]}]\n"
                + split);
        tables.prepare(
                "source: {type: csv, file: a.csv, target: y, features: [x, at], categorical: at}\ntransforms: [{type: one_hot, unknown: ignore}]\n"
                        + split);
    }

    @Test
    void classesHaveNoTargetTransforms() throws IOException {
        tables.write("a.csv", "x,y", 20, i -> i + "," + i % 2);
        assertThatThrownBy(() -> tables.prepare("""
                        train: {type: csv, file: a.csv, target: y}
                        target_transforms: [standardize]
                        """))
                .hasMessageContaining("data.target_transforms: target_transforms change numbers, and this loss takes"
                        + " classes; expected a loss for numbers, such as mean_squared_error, or no target_transforms");
    }
}
