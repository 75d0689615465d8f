package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;

class TargetEncodingTest {
    private static Dataset with(Column column, double... values) {
        FeatureStore store = FeatureStore.of(new DenseMatrix(values.length, 1));
        return Dataset.of("t.csv", List.of(Column.numeric("x")), store, List.of(column), new double[][] {values});
    }

    private static final Dataset NUMBERS = with(Column.numeric("y"), 10, 2, 10, -1);
    private static final Dataset TEXTS = with(Column.categorical("y", List.of("no", "yes")), 1, 0, 1);

    @Test
    void numericClassesAscend() {
        assertThat(OneHotTargets.of(NUMBERS).names()).containsExactly("-1", "2", "10");
        assertThat(OneHotTargets.of(NUMBERS).encode(NUMBERS).getData())
                .isEqualTo(new double[][] {{0, 0, 0, 1}, {0, 1, 0, 0}, {1, 0, 1, 0}});
    }

    @Test
    void theSecondOfTwoClassesIsOne() {
        assertThat(BinaryTargets.of(TEXTS).names()).containsExactly("no", "yes");
        assertThat(BinaryTargets.of(TEXTS).encode(TEXTS).getRow(0)).containsExactly(1, 0, 1);
    }

    @Test
    void classesAreMatchedByNameNotByIndex() {
        Dataset other = with(Column.categorical("y", List.of("maybe", "yes", "no")), 2, 1);
        assertThat(BinaryTargets.of(TEXTS).encode(other).getRow(0)).containsExactly(0, 1);
        Dataset worse = with(Column.categorical("y", List.of("maybe", "yes", "no")), 2, 0);
        assertThatThrownBy(() -> BinaryTargets.of(TEXTS).encode(worse))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "t.csv: row 2, column 'y': class 'maybe' does not occur in the training part; known are 'no',"
                                + " 'yes'");
    }

    @Test
    void namesOfTheFileStandForNumbers() {
        Dataset cats = with(new Column("y", Column.Kind.NUMERIC, List.of("non-cat", "cat")), 1, 0);
        assertThat(BinaryTargets.of(cats).names()).containsExactly("non-cat", "cat");
        assertThat(NumericTargets.of(cats).encode(cats).getRow(0)).containsExactly(1, 0);
    }

    @Test
    void textsThatAreNumbersAscendToo() {
        Dataset folders = with(Column.categorical("y", List.of("10", "9")), 0, 1);
        assertThat(OneHotTargets.of(folders).names()).containsExactly("9", "10");
    }

    @Test
    void aSingleClassIsRefused() {
        assertThatThrownBy(() -> BinaryTargets.of(with(Column.numeric("y"), 1, 1)))
                .hasMessage("t.csv: column 'y' holds a single class, '1'; at least two are needed");
    }

    @Test
    void aMissingTargetIsRefusedWithItsRow() {
        Dataset hole = with(Column.numeric("y"), 1, 0, Double.NaN);
        assertThatThrownBy(() -> BinaryTargets.of(hole))
                .hasMessage(
                        "t.csv: row 3, column 'y': the target is missing or not finite; expected one for every example");
        assertThatThrownBy(() -> NumericTargets.of(hole).encode(hole))
                .hasMessage("t.csv: row 3, column 'y': the target is missing or NaN; a finite number is needed");
    }

    @Test
    void textIsNoNumericTarget() {
        assertThatThrownBy(() -> NumericTargets.of(TEXTS).encode(TEXTS))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("target"))
                .hasMessage("t.csv: row 1, column 'y': 'yes' is no number; the loss needs numbers");
    }

    @Test
    void dataWithoutTargetsCantBeEncoded() {
        Dataset none = Dataset.of("new.csv", new DenseMatrix(2, 2), new DenseMatrix(2, 0));
        assertThatThrownBy(() -> BinaryTargets.of(none)).hasMessage("new.csv has no target; the loss needs one");
        assertThatThrownBy(() -> BinaryTargets.of(TEXTS).encode(none))
                .hasMessage("new.csv has 0 target columns; the training part has 1");
    }

    @Test
    void severalBinaryColumnsAreSeveralOutputs() {
        Dataset labels =
                Dataset.of("l", new DenseMatrix(3, 1), DenseMatrix.of(new double[][] {{0, 5}, {1, 5}, {1, 7}}));
        BinaryTargets targets = BinaryTargets.of(labels);
        assertThat(targets.names()).containsExactly("y1", "y2");
        assertThat(targets.encode(labels).getData()).isEqualTo(new double[][] {{0, 1, 1}, {0, 0, 1}});
    }

    @Test
    void distributionsMustAddUpToOne() {
        Dataset soft =
                Dataset.of("s", new DenseMatrix(2, 1), DenseMatrix.of(new double[][] {{0.25, 0.75}, {0.5, 0.6}}));
        OneHotTargets targets = OneHotTargets.of(soft);
        assertThat(targets.encode(soft.take(1)).getColumn(0)).containsExactly(0.25, 0.75);
        assertThatThrownBy(() -> targets.encode(soft))
                .hasMessageStartingWith("s: row 2: the 2 target columns must be a distribution");
    }

    @Test
    void absentClassesAreNamed() {
        assertThat(Classes.of(NUMBERS).absentFrom(NUMBERS.take(2), 0)).containsExactly("-1");
    }
}
