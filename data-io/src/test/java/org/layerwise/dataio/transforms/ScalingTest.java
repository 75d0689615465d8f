package org.layerwise.dataio.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.layerwise.dataio.transforms.SampleTables.PEOPLE;
import static org.layerwise.dataio.transforms.SampleTables.apply;
import static org.layerwise.dataio.transforms.SampleTables.numbers;
import static org.layerwise.dataio.transforms.SampleTables.table;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ByteStore;

/** Transforms that bring numbers into a range. */
class ScalingTest {
    @Test
    void standardizeIgnoresMissingValuesAndCategories() {
        double[][] x = apply(new Standardize(), PEOPLE);
        double deviation = Math.sqrt(800 / 3.0);
        assertThat(x[0][0]).isCloseTo(-20 / deviation, within(1e-15));
        assertThat(x[1][0]).isNaN();
        assertThat(x[0][1]).isEqualTo(2);
    }

    @Test
    void standardizeTurnsAConstantColumnIntoZeros() {
        Dataset constant = table(List.of(Column.numeric("c")), new double[][] {{0.1}, {0.1}, {0.1}});
        assertThat(apply(new Standardize(), constant)).isEqualTo(new double[][] {{0}, {0}, {0}});
    }

    @Test
    void standardizeRefusesAColumnWithoutAKnownValue() {
        Dataset unknown = table(List.of(Column.numeric("c")), new double[][] {{Double.NaN}, {Double.NaN}});
        assertThatThrownBy(() -> new Standardize().fit(unknown))
                .hasMessage(
                        "people.csv: column 'c' has no known value in the training part; drop it, or impute a constant");
    }

    @Test
    void standardizeSuggestsTheNearColumn() {
        assertThatThrownBy(() -> new Standardize(List.of("Agee")).fit(PEOPLE))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("columns"))
                .hasMessage("no column 'Agee' in people.csv; did you mean 'age'?");
    }

    @Test
    void standardizeRefusesACategoricalColumn() {
        assertThatThrownBy(() -> new Standardize(List.of("port")).fit(PEOPLE))
                .hasMessage("people.csv: column 'port' is not numeric");
    }

    @Test
    void statisticsComeFromTheTrainingPart() {
        Transform.Fitted fitted = new Standardize(List.of("age")).fit(PEOPLE.take(3));
        assertThat(fitted).isEqualTo(new FittedStandardize(List.of("age"), List.of(30.0), List.of(10.0)));
        assertThat(fitted.apply(PEOPLE).feature(3, 0)).isEqualTo(3);
    }

    @Test
    void constantColumnsAreSaid() {
        Dataset data = table(List.of(Column.numeric("a"), Column.numeric("b")), new double[][] {{7, 1}, {7, 2}});
        assertThat(new Standardize().notes(data))
                .containsExactly("column 'a' is constant in the training part: it becomes 0; drop_constant leaves such"
                        + " columns out");
        assertThat(new MinMax().notes(numbers(1, 2))).isEmpty();
        assertThat(new Power().notes(table(Column.numbered("x", 2), new double[][] {{1, 2}, {1, 2}})))
                .containsExactly("2 columns are constant in the training part ('x1', 'x2'): they become 0;"
                        + " drop_constant leaves such columns out");
        assertThat(apply(new Power(), data)[0][0]).isZero();
    }

    @Test
    void scaleDividesBytesWithoutUnpackingThem() {
        Dataset images = Dataset.of(
                        "i",
                        Column.numbered("x", 2),
                        new ByteStore(1, 2, new byte[] {(byte) 255, 51}),
                        List.of(),
                        new double[0][])
                .withShape(List.of(1, 2));
        Dataset scaled = new Scale(255).fit(images).apply(images);
        assertThat(scaled.featureMatrix().getRow(0)).containsExactly(1, 51 / 255.0);
        assertThat(scaled.shape()).containsExactly(1, 2);
    }

    @Test
    void scaleMapsARangeOfSomeColumns() {
        Scale scale = new Scale(Optional.empty(), Optional.of(20.0), Optional.of(60.0), List.of("age"));
        double[][] x = apply(scale, PEOPLE);
        assertThat(x[2]).containsExactly(0.5, 2, 3);
    }

    @Test
    void scaleNeedsOneWayAndNotTwo() {
        assertThatThrownBy(() -> new Scale().fit(PEOPLE)).hasMessage("scale needs divide_by, or min and max");
        assertThatThrownBy(() -> new Scale(Optional.of(2.0), Optional.of(0.0), Optional.of(1.0), List.of()))
                .isInstanceOf(OptionException.class)
                .hasMessage("divide_by does not go together with min and max");
        assertThatThrownBy(() -> new Scale(0)).hasMessage("divide_by must be finite and not 0, got 0.0");
    }

    @Test
    void normalizeGivesEachExampleNormOne() {
        Dataset points = table(Column.numbered("x", 2), new double[][] {{3, 4}, {0, 0}, {-1, 3}});
        assertThat(apply(new Normalize(), points)[0]).containsExactly(0.6, 0.8);
        assertThat(apply(new Normalize(), points)[1]).containsExactly(0, 0);
        assertThat(apply(new Normalize(Normalize.Norm.L1, List.of()), points)[2])
                .containsExactly(-0.25, 0.75);
        assertThat(apply(new Normalize(Normalize.Norm.MAX, List.of()), points)[2])
                .containsExactly(-1 / 3.0, 1);
    }

    @Test
    void minMaxMapsTheTrainingRange() {
        Transform.Fitted fitted = new MinMax(-1, 1, List.of()).fit(numbers(10, Double.NaN, 30));
        assertThat(fitted.apply(numbers(10, 20, 30, 50)).featureMatrix().getColumn(0))
                .containsExactly(-1, 0, 1, 3);
        assertThat(apply(new MinMax(2, 3, List.of()), numbers(7, 7))[0]).containsExactly(2);
        assertThatThrownBy(() -> new MinMax(1, 1, List.of())).hasMessage("high must be > low, which is 1.0, got 1.0");
    }

    @Test
    void robustDividesByTheDistanceOfTheQuartiles() {
        assertThat(apply(new Robust(), numbers(1, 2, 3, 4, 100)))
                .isEqualTo(new double[][] {{-1}, {-0.5}, {0}, {0.5}, {48.5}});
        assertThat(apply(new Robust(), numbers(5, 5, 5, 9))[3][0]).isEqualTo(4);
    }

    @Test
    void clipKeepsNumbersWithinBounds() {
        Clip clip = new Clip(Optional.of(0.0), Optional.of(2.0), List.of());
        assertThat(apply(clip, numbers(-1, 1, 3))).isEqualTo(new double[][] {{0}, {1}, {2}});
        assertThat(apply(clip, numbers(Double.NaN, 1))[0][0]).isNaN();
        assertThatThrownBy(() -> new Clip().fit(PEOPLE)).hasMessage("clip needs min, max or both");
        assertThatThrownBy(() -> new Clip(Optional.of(1.0), Optional.of(0.0), List.of()))
                .isInstanceOf(OptionException.class);
    }

    @Test
    void logRefusesWhatHasNoLogarithm() {
        assertThat(apply(new Log(), numbers(0, Math.E - 1))).isEqualTo(new double[][] {{0}, {1}});
        assertThatThrownBy(() -> apply(new Log(), numbers(3, -1)))
                .hasMessage("people.csv: row 2, column 'c': -1.0 + 1.0 has no logarithm; a greater offset is needed");
    }
}
