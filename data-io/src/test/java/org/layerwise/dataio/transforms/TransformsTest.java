package org.layerwise.dataio.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.NumericTargets;
import org.layerwise.dataio.TargetTransforms;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ByteStore;

class TransformsTest {
    private static final double NAN = Double.NaN;

    private static final Dataset PEOPLE = table(
            List.of(Column.numeric("age"), Column.categorical("port", List.of("C", "Q", "S")), Column.numeric("class")),
            new double[][] {{20, 2, 3}, {NAN, 0, 1}, {40, 2, 3}, {60, NAN, 2}});

    private static Dataset table(List<Column> columns, double[][] rows) {
        return Dataset.of("people.csv", columns, FeatureStore.of(DenseMatrix.of(rows)), List.of(), new double[0][]);
    }

    private static double[][] apply(Transform transform, Dataset dataset) {
        return transform.fit(dataset).apply(dataset).featureMatrix().getData();
    }

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
        Dataset unknown = table(List.of(Column.numeric("c")), new double[][] {{NAN}, {NAN}});
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
    void aNumberIsTheSameCategoryHoweverItIsWritten() {
        Dataset train = table(
                List.of(Column.categorical("kids", List.of("0", "1", "01", "2"))), new double[][] {{0}, {1}, {2}, {3}});
        Dataset other = table(
                List.of(Column.categorical("kids", List.of("0.0", "1.0", "2.00", "01"))),
                new double[][] {{2}, {3}, {0}});
        Transform.Fitted ordinal = new Ordinal().fit(train);
        assertThat(ordinal.apply(other).featureMatrix().getColumn(0)).containsExactly(3, 2, 0);
        Transform.Fitted oneHot = new OneHot().fit(train);
        assertThat(oneHot.apply(other).featureMatrix().getRow(0)).containsExactly(0, 0, 0, 1);
        Dataset both = table(List.of(Column.categorical("kids", List.of("1.0"))), new double[][] {{0}});
        assertThatThrownBy(() -> oneHot.apply(both)).hasMessageContaining("'1.0' does not occur in the training part");
        assertThat(new OneHot(List.of(), OneHot.Unknown.IGNORE).fit(train).notes(other))
                .isEmpty();
    }

    @Test
    void statisticsComeFromTheTrainingPart() {
        Transform.Fitted fitted = new Standardize(List.of("age")).fit(PEOPLE.take(3));
        assertThat(fitted).isEqualTo(new FittedStandardize(List.of("age"), List.of(30.0), List.of(10.0)));
        assertThat(fitted.apply(PEOPLE).feature(3, 0)).isEqualTo(3);
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
    void bareImputeFillsTheMeanAndLeavesCategories() {
        double[][] x = apply(new Impute(), PEOPLE);
        assertThat(x[1][0]).isEqualTo(40);
        assertThat(x[3][1]).isNaN();
    }

    @Test
    void imputeFillsTheMostFrequentCategory() {
        Impute impute = new Impute(Impute.Strategy.MOST_FREQUENT, Optional.empty(), List.of("port"));
        assertThat(apply(impute, PEOPLE)[3][1]).isEqualTo(2);
    }

    @Test
    void imputeFillsTheMedianOfAnEvenNumberOfValues() {
        Dataset four = table(List.of(Column.numeric("c")), new double[][] {{9}, {1}, {NAN}, {2}, {4}});
        assertThat(apply(new Impute(Impute.Strategy.MEDIAN, Optional.empty(), List.of()), four)[2][0])
                .isEqualTo(3);
    }

    @Test
    void imputeTakesANewCategoryAsConstant() {
        Impute impute = new Impute(Impute.Strategy.CONSTANT, Optional.of("none"), List.of("port"));
        Dataset filled = impute.fit(PEOPLE).apply(PEOPLE);
        assertThat(filled.columns().get(1).label(filled.feature(3, 1))).contains("none");
    }

    @Test
    void imputeNeedsAValueForAConstantOnly() {
        assertThatThrownBy(() -> new Impute(Impute.Strategy.CONSTANT, Optional.empty(), List.of()))
                .hasMessage("strategy constant needs a value");
        assertThatThrownBy(() -> new Impute(Impute.Strategy.MEAN, Optional.of("1"), List.of()))
                .hasMessage("value goes with strategy constant only");
    }

    @Test
    void oneHotExpandsInPlace() {
        Dataset known = PEOPLE.take(3);
        Dataset encoded = new OneHot(List.of("port", "class"), OneHot.Unknown.ERROR)
                .fit(known)
                .apply(known);
        assertThat(encoded.columns())
                .extracting(Column::name)
                .containsExactly("age", "port=C", "port=S", "class=1", "class=3");
        assertThat(encoded.featureMatrix().getRow(2)).containsExactly(40, 0, 1, 0, 1);
    }

    @Test
    void oneHotRefusesAMissingValue() {
        assertThatThrownBy(() -> new OneHot().fit(PEOPLE).apply(PEOPLE))
                .hasMessage("people.csv: row 4, column 'port': the value is missing; impute it before one_hot");
    }

    @Test
    void oneHotRefusesOrIgnoresAnUnseenCategory() {
        Transform.Fitted strict = new OneHot().fit(PEOPLE.select(new int[] {0, 2}));
        assertThatThrownBy(() -> strict.apply(PEOPLE))
                .hasMessage("people.csv: row 2, column 'port': 'C' does not occur in the training part; known are 'S';"
                        + " unknown: ignore lets it pass");
        Transform.Fitted lenient = new OneHot(List.of(), OneHot.Unknown.IGNORE).fit(PEOPLE.select(new int[] {0, 2}));
        assertThat(lenient.apply(PEOPLE.take(2)).feature(1, 1)).isZero();
    }

    @Test
    void dropLeavesOutColumnsThatExist() {
        assertThat(new Drop(List.of("age")).fit(PEOPLE).apply(PEOPLE).columns())
                .extracting(Column::name)
                .containsExactly("port", "class");
        assertThatThrownBy(() -> new Drop(List.of("clas")).fit(PEOPLE))
                .hasMessage("no column 'clas' in people.csv; did you mean 'class'?");
        assertThatThrownBy(() -> new Drop(List.of())).isInstanceOf(OptionException.class);
    }

    @Test
    void flattenForgetsTheAxes() {
        Dataset image =
                Dataset.of("i", new DenseMatrix(2, 6), new DenseMatrix(2, 0)).withShape(List.of(2, 3));
        assertThat(new Flatten().fit(image).apply(image).shape()).containsExactly(6);
    }

    @Test
    void targetTransformsCanBeUndone() {
        Dataset houses =
                Dataset.of("houses", new DenseMatrix(3, 1), DenseMatrix.of(new double[][] {{100, 1}, {200, 2}, {600, 6}
                }));
        TargetTransforms transforms =
                TargetTransforms.fit(List.of(new Standardize(List.of("y1")), new Scale(2)), houses);
        Dataset changed = transforms.apply(houses);
        assertThat(changed.target(0, 1)).isEqualTo(0.5);
        DenseMatrix y = NumericTargets.of(changed).encode(changed);
        transforms.invert(List.of("y1", "y2"), y);
        assertThat(y.getRow(0)[2]).isCloseTo(600, within(1e-12));
        assertThat(y.getRow(1)).containsExactly(1, 2, 6);
    }

    @Test
    void targetTransformsMustBeInvertible() {
        Dataset houses = Dataset.of("houses", new DenseMatrix(2, 1), DenseMatrix.of(new double[][] {{1}, {2}}));
        assertThatThrownBy(() -> TargetTransforms.fit(List.of(new Normalize()), houses))
                .hasMessage(
                        "a target transform must be one that can be undone, such as standardize or scale; Normalize can't");
    }

    private static Dataset numbers(double... values) {
        return table(
                List.of(Column.numeric("c")),
                java.util.Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new));
    }

    @Test
    void minMaxMapsTheTrainingRange() {
        Transform.Fitted fitted = new MinMax(-1, 1, List.of()).fit(numbers(10, NAN, 30));
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
    void fittedScalesCanBeUndone() {
        for (Transform transform : List.of(new MinMax(2, 5, List.of()), new Robust(), new Log(3, List.of()))) {
            Dataset data = numbers(1, 2, 4, 100);
            Transform.Fitted fitted = transform.fit(data);
            DenseMatrix y = fitted.apply(data).inputs();
            ((Transform.Invertible) fitted).invert(List.of("c"), y);
            assertThat(y.getRow(0)).containsExactly(new double[] {1, 2, 4, 100}, within(1e-12));
        }
    }

    @Test
    void ordinalNumbersCategoriesInOrder() {
        assertThat(apply(new Ordinal(), PEOPLE)[0][1]).isEqualTo(1);
        assertThat(apply(new Ordinal(), PEOPLE)[3][1]).isNaN();
        Ordinal given = new Ordinal(List.of(), java.util.Map.of("port", List.of("S", "Q", "C")));
        Dataset numbered = given.fit(PEOPLE).apply(PEOPLE);
        assertThat(numbered.feature(1, 1)).isEqualTo(2);
        assertThat(numbered.columns().get(1)).isEqualTo(Column.numeric("port"));
        Transform.Fitted two = new Ordinal().fit(PEOPLE.take(1));
        assertThatThrownBy(() -> two.apply(PEOPLE))
                .hasMessage("people.csv: row 2, column 'port': 'C' is not among the known categories 'S'");
    }

    @Test
    void clipKeepsNumbersWithinBounds() {
        Clip clip = new Clip(Optional.of(0.0), Optional.of(2.0), List.of());
        assertThat(apply(clip, numbers(-1, 1, 3))).isEqualTo(new double[][] {{0}, {1}, {2}});
        assertThat(apply(clip, numbers(NAN, 1))[0][0]).isNaN();
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

    @Test
    void polynomialAddsProductsInScikitLearnsOrder() {
        Dataset points = table(List.of(Column.numeric("a"), Column.numeric("b")), new double[][] {{2, 3}});
        Dataset cubic = new Polynomial(3, List.of()).fit(points).apply(points);
        assertThat(cubic.columns())
                .extracting(Column::name)
                .containsExactly("a", "b", "a^2", "a b", "b^2", "a^3", "a^2 b", "a b^2", "b^3");
        assertThat(cubic.featureMatrix().getRow(0)).containsExactly(2, 3, 4, 6, 9, 8, 12, 18, 27);
        Dataset wide = Dataset.of("w", new DenseMatrix(1, 1000), new DenseMatrix(1, 0));
        assertThatThrownBy(() -> new Polynomial().fit(wide)).hasMessageContaining("makes more than 100000 columns");
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
    void dropConstantLeavesOutWhatSaysNothing() {
        Dataset data = table(
                List.of(Column.numeric("a"), Column.categorical("b", List.of("x", "y")), Column.numeric("c")),
                new double[][] {{7, 1, NAN}, {NAN, 1, NAN}, {8, 1, NAN}});
        Transform.Fitted fitted = new DropConstant().fit(data);
        assertThat(fitted.apply(data).columns()).extracting(Column::name).containsExactly("a");
        assertThat(new DropConstant().notes(data))
                .containsExactly("drop_constant leaves out 2 of 3 columns, constant in the training part: 'b', 'c'");
        assertThatThrownBy(() -> new DropConstant().fit(data.take(1)))
                .hasMessage("people.csv: every column is constant in the training part; no feature would be left");
    }

    @Test
    void unseenCategoriesAreSaidWhereTheyAreIgnored() {
        Dataset training = PEOPLE.select(new int[] {0, 2});
        assertThat(new OneHot(List.of(), OneHot.Unknown.IGNORE).fit(training).notes(PEOPLE))
                .containsExactly(
                        "column 'port' has 1 value that the training part has not, the first in people.csv: row"
                                + " 2, 'C': all its columns are 0");
        assertThat(new OneHot(List.of(), OneHot.Unknown.IGNORE)
                        .fit(PEOPLE.select(new int[] {1}))
                        .notes(PEOPLE.select(new int[] {0, 1, 2})))
                .singleElement(STRING)
                .contains("has 2 values that the training part has not, the first in people.csv: row 1, 'S'");
        Transform.Fitted ordinal = new Ordinal(List.of(), java.util.Map.of(), OneHot.Unknown.IGNORE).fit(training);
        assertThat(ordinal.notes(PEOPLE)).hasSize(1);
        assertThat(ordinal.apply(PEOPLE).feature(1, 1)).isEqualTo(-1);
    }

    @Test
    void indicatorsSayWhereValuesWereMissing() {
        Impute impute = new Impute(Impute.Strategy.MOST_FREQUENT, Optional.empty(), List.of("age", "port"), true);
        Transform.Fitted fitted = impute.fit(PEOPLE.take(2));
        Dataset filled = fitted.apply(PEOPLE);
        assertThat(filled.columns()).extracting(Column::name).containsExactly("age", "port", "class", "age is missing");
        assertThat(filled.inputs().getRow(3)).containsExactly(0, 1, 0, 0);
        assertThat(fitted.notes(PEOPLE))
                .containsExactly("values are missing in 'port', which the training part has whole: they are filled, but"
                        + " no indicator says so");
    }

    @Test
    void hashingReplacesCategoriesByAFixedNumberOfColumns() {
        Dataset hashed = new Hashing(3, List.of()).fit(PEOPLE).apply(PEOPLE);
        assertThat(hashed.columns())
                .extracting(Column::name)
                .containsExactly("age", "class", "hash1", "hash2", "hash3");
        assertThat(hashed.featureMatrix().getRow(3)).containsExactly(60, 2, 0, 0, 0);
        assertThatThrownBy(() -> new Hashing(0, List.of())).hasMessage("buckets must be in [1, 65536], got 0");
    }

    @Test
    void boxCoxTakesPositiveNumbersOnly() {
        Power power = new Power(Power.Method.BOX_COX, true, List.of());
        assertThatThrownBy(() -> power.fit(numbers(1, 0, 2)))
                .hasMessage("people.csv: row 2, column 'c': 0.0 is not positive, as box_cox needs; method yeo_johnson"
                        + " takes any number");
        Transform.Fitted fitted = power.fit(numbers(1, 2, 5, 30));
        assertThatThrownBy(() -> fitted.apply(numbers(3, -1))).isInstanceOf(DataException.class);
    }

    @Test
    void powersCanBeUndone() {
        for (Power.Method method : Power.Method.values()) {
            Dataset data = numbers(0.5, 1, 2, 4, 9, 30);
            Transform.Fitted fitted = new Power(method, true, List.of()).fit(data);
            DenseMatrix y = fitted.apply(data).inputs();
            assertThat(java.util.Arrays.stream(y.getRow(0)).sum()).isCloseTo(0, within(1e-12));
            ((Transform.Invertible) fitted).invert(List.of("c"), y);
            assertThat(y.getRow(0)).containsExactly(new double[] {0.5, 1, 2, 4, 9, 30}, within(1e-9));
        }
    }

    private static FittedPower power(Power.Method method, double lambda) {
        return new FittedPower(
                method, List.of("c"), List.of(lambda), List.of(1.0), List.of(2.0), List.of(1.0), List.of(9.0));
    }

    private static double[] undone(Transform.Invertible fitted, int limited, double... outputs) {
        DenseMatrix y = DenseMatrix.of(new double[][] {outputs});
        assertThat(fitted.limited(List.of("c"), y)).isEqualTo(limited);
        assertThat(y.getRow(0)).isEqualTo(outputs);
        fitted.invert(List.of("c"), y);
        return y.getRow(0);
    }

    /** The targets are in [1, 9]: nothing is undone to more than 9 + 1000 * 9. */
    @Test
    void outputsThatNoNumberGivesAreLimitedWhenPowersAreUndone() {
        assertThat(undone(power(Power.Method.BOX_COX, -0.5), 3, -0.5, 0.45, 0.4999999, 0.5, 7))
                .containsExactly(new double[] {1, 400, 9009, 9009, 9009}, within(1e-9));
        assertThat(undone(power(Power.Method.BOX_COX, 0.5), 3, -0.5, -1.5, -4, 1e9))
                .containsExactly(1, 0, 0, 9009);
        assertThat(undone(power(Power.Method.YEO_JOHNSON, -0.5), 2, 0.5, 3)).containsExactly(9009, 9009);
        assertThat(undone(power(Power.Method.YEO_JOHNSON, 3), 2, -0.5, -1, -3)).containsExactly(0, -8999, -8999);
    }

    @Test
    void undoingPowersKeepsTheOrderOfOutputs() {
        for (double lambda : new double[] {-2, -0.5, 0, 0.5, 2, 3}) {
            for (Power.Method method : Power.Method.values()) {
                double[] outputs = IntStream.range(-400, 400)
                        .mapToDouble(i -> i * Math.abs(i) / 300.0)
                        .toArray();
                DenseMatrix y = DenseMatrix.of(new double[][] {outputs});
                power(method, lambda).invert(List.of("c"), y);
                assertThat(y.getRow(0)).isSorted();
                assertThat(java.util.Arrays.stream(y.getRow(0))).allMatch(Double::isFinite);
            }
        }
    }

    @Test
    void powersOfLargeDataKnowTheirRangeToo() {
        double[] many = IntStream.range(0, 70_000).mapToDouble(i -> 1 + i % 91).toArray();
        FittedPower fitted = (FittedPower) new Power().fit(numbers(many));
        assertThat(fitted.least()).containsExactly(1.0);
        assertThat(fitted.greatest()).containsExactly(91.0);
        assertThat(((FittedPower) new Power().fit(numbers(4, 2, 8))).greatest()).containsExactly(8.0);
    }

    @Test
    void logarithmsAreUndoneWithinDoubles() {
        Transform.Invertible log = (Transform.Invertible) new Log(3, List.of()).fit(numbers(1, 2));
        double[] x = undone(log, 2, 0, 300, 301, 1e9);
        assertThat(x[0]).isEqualTo(-2);
        assertThat(x[3] * x[3]).isFinite();
        assertThat(x[1]).isEqualTo(x[2]).isEqualTo(x[3]).isGreaterThan(1e130);
    }
}
