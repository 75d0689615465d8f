package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.transforms.Impute;
import org.layerwise.dataio.transforms.Robust;

/** Counting in intervals gives what sorting gives, to the bit. */
class OrderStatisticsTest {
    private static Dataset table(int rows) {
        RandomSource random = new Splittable().seeded(rows);
        DenseMatrix x = new DenseMatrix(rows, 6);
        for (int i = 0; i < rows; i++) {
            x.setEntry(i, 0, random.nextGaussian());
            x.setEntry(i, 1, random.nextInt(3));
            x.setEntry(i, 2, Math.exp(40 * random.nextGaussian()) * (random.nextInt(2) - 0.5));
            x.setEntry(i, 3, i % 3 == 0 && i > 0 ? Double.NaN : -random.nextDouble());
            x.setEntry(i, 4, 7);
            x.setEntry(i, 5, i % 2 == 0 ? -0.0 : 0.0);
        }
        return Dataset.of("table", x, new DenseMatrix(rows, 1));
    }

    /** The same, read whenever it is asked for. */
    private static Dataset streamed(int rows) {
        return table(rows).lazily(some -> some);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 31, 64, 207, 5000})
    void areThoseOfSorting(int rows) {
        int[] columns = {0, 1, 2, 3, 4, 5};
        OrderStatistics.Ranks ranks = known -> new long[] {0, known / 3, known / 2, known - 1};
        List<OrderStatistics.Found> sorted = OrderStatistics.of(table(rows), columns, ranks);
        List<OrderStatistics.Found> counted = OrderStatistics.of(streamed(rows), columns, ranks);
        for (int c : columns) {
            assertThat(counted.get(c).known()).isEqualTo(sorted.get(c).known());
            assertThat(bits(counted.get(c).values()))
                    .isEqualTo(bits(sorted.get(c).values()));
        }
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    @Test
    void fitTransformsAsInMemory() {
        assertThat(new Robust().fit(streamed(1000))).isEqualTo(new Robust().fit(table(1000)));
        for (Impute.Strategy strategy : List.of(Impute.Strategy.MEAN, Impute.Strategy.MEDIAN)) {
            Impute impute = new Impute(strategy, Optional.empty(), List.of(), true);
            assertThat(impute.fit(streamed(1001))).isEqualTo(impute.fit(table(1001)));
        }
    }

    @Test
    void refuseAColumnWithoutAKnownValue() {
        DenseMatrix x = new DenseMatrix(2, 1);
        Arrays.fill(x.values(), Double.NaN);
        Dataset empty = Dataset.of("table", x, new DenseMatrix(2, 1)).lazily(some -> some);
        assertThatThrownBy(() -> new Robust().fit(empty))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("column 'x1' has no known value");
    }
}
