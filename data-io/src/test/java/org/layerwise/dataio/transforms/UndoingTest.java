package org.layerwise.dataio.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.layerwise.dataio.transforms.SampleTables.numbers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.NumericTargets;
import org.layerwise.dataio.TargetTransforms;
import org.layerwise.dataio.Transform;

/** Transforms of targets, undone in what a network predicts. */
class UndoingTest {
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
            assertThat(Arrays.stream(y.getRow(0)).sum()).isCloseTo(0, within(1e-12));
            ((Transform.Invertible) fitted).invert(List.of("c"), y);
            assertThat(y.getRow(0)).containsExactly(new double[] {0.5, 1, 2, 4, 9, 30}, within(1e-9));
        }
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
                assertThat(Arrays.stream(y.getRow(0))).allMatch(Double::isFinite);
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
