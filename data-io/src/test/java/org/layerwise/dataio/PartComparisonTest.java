package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

class PartComparisonTest {
    private static Dataset table(String source, List<String> ports, double[]... rows) {
        return Dataset.of(
                source,
                List.of(Column.numeric("age"), Column.categorical("port", ports)),
                FeatureStore.of(DenseMatrix.of(rows)),
                List.of(),
                new double[0][]);
    }

    @Test
    void examplesInBothPartsAreFoundByValueAndCategory() {
        Dataset train = table("a.csv", List.of("C", "S"), new double[][] {{1, 0}, {2, 1}, {3, 1}, {Double.NaN, 0}});
        Dataset dev = table("b.csv", List.of("S", "C"), new double[][] {{1, 0}, {2, 0}, {Double.NaN, 1}, {-0.0, 1}});
        assertThat(SharedExamples.between(train, dev)).contains(new SharedExamples(2, "b.csv: row 2", "a.csv: row 2"));
        assertThat(SharedExamples.between(train, dev.take(1))).isEmpty();
    }

    @Test
    void naturalRepetitionIsNoLeak() {
        Dataset coin =
                Dataset.of("coin", DenseMatrix.of(new double[][] {{0}, {1}, {0}, {1}, {1}}), new DenseMatrix(5, 0));
        assertThat(SharedExamples.between(coin, coin)).isEmpty();
    }

    private static Dataset normal(String source, int n, double shift) {
        RandomSource random = new Splittable().seeded(5).stream(source);
        DenseMatrix x = new DenseMatrix(n, 3);
        for (int i = 0; i < n; i++) {
            x.setEntry(i, 0, random.nextGaussian());
            x.setEntry(i, 1, random.nextGaussian() + shift);
            x.setEntry(i, 2, random.nextInt(2));
        }
        return Dataset.of(source, x, new DenseMatrix(n, 0));
    }

    @Test
    void theColumnThatDiffersMostIsNamed() {
        Shift shift = Shift.worst(normal("a", 3000, 0), normal("b", 500, 1)).orElseThrow();
        assertThat(shift.column()).isEqualTo("x2");
        assertThat(shift.distance()).isCloseTo(0.383, within(0.05)); // 2 Φ(1/2) - 1
        assertThat(shift.isSuspicious()).isTrue();
    }

    @Test
    void partsOfOneDistributionAreNotSuspicious() {
        for (int seed = 0; seed < 30; seed++) {
            assertThat(Shift.worst(normal("a" + seed, 900, 0), normal("b" + seed, 100, 0))
                            .orElseThrow())
                    .matches(shift -> !shift.isSuspicious());
        }
    }

    @Test
    void theDistanceIsTheGreatestDifferenceOfShares() {
        assertThat(Shift.distance(new double[] {1, 2, 2, 3}, new double[] {2, 2, 4, 5}))
                .isEqualTo(0.5);
        assertThat(Shift.distance(new double[] {1, 2}, new double[] {3})).isEqualTo(1);
        assertThat(Shift.distance(new double[] {0, 0, 1}, new double[] {0, 0, 1}))
                .isZero();
        assertThat(IntStream.range(0, 3).mapToObj(i -> Shift.distance(new double[] {i}, new double[] {i})))
                .containsOnly(0.0);
    }
}
