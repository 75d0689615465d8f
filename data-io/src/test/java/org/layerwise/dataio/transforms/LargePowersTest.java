package org.layerwise.dataio.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;

/** Moments of intervals give what adding number by number gives. */
class LargePowersTest {
    private static final int ROWS = 6_000;

    /** Shapes that a column may have. */
    enum Shape {
        NORMAL(RandomSource::nextGaussian),
        FAR_FROM_ZERO(r -> 2000 + 10 * r.nextGaussian()),
        CLOSE_TOGETHER(r -> 1e6 + 0.01 * r.nextGaussian()),
        LOG_NORMAL(r -> Math.exp(2 * r.nextGaussian())),
        WIDE(r -> Math.exp(30 * r.nextGaussian())),
        NEGATIVE(r -> -Math.exp(r.nextGaussian())),
        LEFT_SKEWED(r -> 10 - Math.exp(r.nextGaussian())),
        MOSTLY_ZERO(r -> r.nextInt(10) > 0 ? 0 : r.nextDouble()),
        TWO_VALUES(r -> r.nextInt(2) * 3 - 1),
        YEARS(r -> 1990 + r.nextInt(30)),
        TINY(r -> 1e-12 * Math.abs(r.nextGaussian())),
        TINIER(r -> 1e-40 * Math.abs(r.nextGaussian())),
        AN_OUTLIER(r -> r.nextInt(2000) == 0 ? 1e9 : r.nextGaussian());

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        private final ToDoubleFunction<RandomSource> draw;

        Shape(ToDoubleFunction<RandomSource> draw) {
            this.draw = draw;
        }

        /** In memory, powers are taken among which numbers so close together can hardly be told apart. */
        double tolerance() {
            return this == CLOSE_TOGETHER ? 1e-3 : 1e-5;
        }

        Dataset data() {
            RandomSource random = new Splittable().seeded(11).stream(name());
            DenseMatrix x = new DenseMatrix(ROWS, 2);
            for (int i = 0; i < ROWS; i++) {
                x.setEntry(i, 0, i % 100 == 99 ? Double.NaN : draw.applyAsDouble(random));
                x.setEntry(i, 1, random.nextDouble() + 0.5);
            }
            return Dataset.of("table.csv", x, new DenseMatrix(ROWS, 1));
        }
    }

    /** Of an example on average. */
    private static double likelihood(Power.Method method, Dataset data, int column, double lambda) {
        double[] x = IntStream.range(0, ROWS)
                .mapToDouble(i -> data.feature(i, column))
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        double[] y =
                Arrays.stream(x).map(v -> PowerFamily.value(method, v, lambda)).toArray();
        double mean = Arrays.stream(y).average().orElseThrow();
        double variance =
                Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double slope = Arrays.stream(x)
                .map(v -> PowerFamily.logSlope(method, v))
                .average()
                .orElseThrow();
        return -0.5 * Math.log(variance) + (lambda - 1) * slope;
    }

    private static void agree(Power power, Shape shape) {
        Dataset data = shape.data();
        FittedPower sorted = (FittedPower) power.fit(data);
        FittedPower streamed = (FittedPower) power.fit(data.lazily(some -> some));
        assertThat(streamed.columns()).isEqualTo(sorted.columns());
        double[] before = sorted.apply(data).featureMatrix().values();
        double[] after = streamed.apply(data).featureMatrix().values();
        for (int k = 0; k < 2; k++) {
            double lambda = sorted.lambdas().get(k);
            double other = streamed.lambdas().get(k);
            // Where the likelihood is flat another power is as likely, and gives the same numbers; where logarithms
            // can hardly be told apart it is noise below that.
            assertThat(likelihood(power.method(), data, k, other))
                    .isCloseTo(
                            likelihood(power.method(), data, k, lambda),
                            within(shape == Shape.CLOSE_TOGETHER ? 1e-5 : 1e-10));
        }
        for (int i = 0; i < before.length; i++) {
            if (!Double.isNaN(before[i])) {
                assertThat(after[i]).isCloseTo(before[i], within(shape.tolerance() * Math.max(1, Math.abs(before[i]))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void yeoJohnsonIsAsInMemory(Shape shape) {
        agree(new Power(), shape);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAR_FROM_ZERO", "CLOSE_TOGETHER", "LOG_NORMAL", "WIDE", "YEARS", "TINY"})
    void boxCoxIsAsInMemory(Shape shape) {
        agree(new Power(Power.Method.BOX_COX, true, List.of()), shape);
    }

    @Test
    void numbersThatHardlyDifferKeepAPower() {
        DenseMatrix x = new DenseMatrix(1000, 1);
        for (int i = 0; i < 1000; i++) {
            x.setEntry(i, 0, 1e6 + i * 1e-9);
        }
        Dataset data = Dataset.of("table.csv", x, new DenseMatrix(1000, 1));
        Dataset changed = new Power().fit(data.lazily(some -> some)).apply(data);
        assertThat(changed.feature(999, 0)).isCloseTo(1.73, within(0.1));
    }

    @Test
    void withoutStandardizingOnlyThePowerCounts() {
        FittedPower fitted = (FittedPower) new Power(Power.Method.YEO_JOHNSON, false, List.of())
                .fit(Shape.LOG_NORMAL.data().lazily(some -> some));
        assertThat(fitted.means()).containsOnly(0.0);
        assertThat(fitted.deviations()).containsOnly(1.0);
    }

    @Test
    void aConstantColumnKeepsItsPower() {
        DenseMatrix x = DenseMatrix.of(new double[][] {{3, 1}, {3, 2}});
        Dataset data = Dataset.of("table.csv", x, new DenseMatrix(2, 1));
        FittedPower fitted = (FittedPower) new Power().fit(data.lazily(some -> some));
        assertThat(fitted.lambdas().get(0)).isEqualTo(1);
        assertThat(fitted.apply(data).feature(1, 0)).isZero();
    }

    @Test
    void boxCoxNamesTheRowThatIsNotPositive() {
        DenseMatrix x = DenseMatrix.of(new double[][] {{3}, {Double.NaN}, {0}});
        Dataset data = Dataset.of("table.csv", x, new DenseMatrix(3, 1)).lazily(some -> some);
        assertThatThrownBy(() -> new Power(Power.Method.BOX_COX, true, List.of()).fit(data))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("table.csv: row 3, column 'x1': 0.0 is not positive, as box_cox needs");
    }
}
