package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

/** What is found while examples pass by is what comparing them all finds. */
class SharedExamplesSearchTest {
    private static Dataset table(String source, List<String> ports, double[]... rows) {
        return Dataset.of(
                source,
                List.of(Column.numeric("age"), Column.categorical("port", ports)),
                FeatureStore.of(DenseMatrix.of(rows)),
                List.of(),
                new double[0][]);
    }

    private static SharedExamplesSearch searched(long bytes, List<Dataset> parts) {
        SharedExamplesSearch search = new SharedExamplesSearch(parts, bytes);
        for (int p = parts.size() - 1; p >= 0; p--) {
            Dataset part = parts.get(p);
            double[] row = new double[part.features()];
            for (int i = 0; i < part.examples(); i++) {
                part.copyFeatures(i, row);
                search.add(p, i, row);
            }
        }
        return search;
    }

    @Test
    void comparesByValueAndByTheNameOfACategory() {
        Dataset train = table("a.csv", List.of("C", "S"), new double[][] {{1, 0}, {2, 1}, {3, 1}, {Double.NaN, 0}});
        Dataset dev = table("b.csv", List.of("S", "C"), new double[][] {{1, 0}, {2, 0}, {Double.NaN, 1}, {-0.0, 1}});
        assertThat(searched(1 << 20, List.of(train, dev)).between(0, 1))
                .contains(new SharedExamples(2, "b.csv: row 2", "a.csv: row 2"));
        assertThat(searched(1 << 20, List.of(train, dev.take(1))).between(0, 1)).isEmpty();
    }

    @Test
    void naturalRepetitionIsNoLeak() {
        Dataset coin =
                Dataset.of("coin", DenseMatrix.of(new double[][] {{0}, {1}, {0}, {1}, {1}}), new DenseMatrix(5, 0));
        assertThat(searched(1 << 20, List.of(coin, coin)).between(0, 1)).isEmpty();
    }

    @Test
    void theNegativeZeroIsZero() {
        Dataset zero = Dataset.of("a", DenseMatrix.of(new double[][] {{0, 1}}), new DenseMatrix(1, 0));
        Dataset minus = Dataset.of("b", DenseMatrix.of(new double[][] {{-0.0, 1}}), new DenseMatrix(1, 0));
        assertThat(searched(1 << 20, List.of(zero, minus)).between(0, 1)).isPresent();
    }

    private static Dataset random(String name, int examples, int values) {
        RandomSource random = new Splittable().seeded(3).stream(name);
        DenseMatrix x = new DenseMatrix(examples, 2);
        for (int i = 0; i < x.values().length; i++) {
            x.values()[i] = random.nextInt(values);
        }
        return Dataset.of(name, x, new DenseMatrix(examples, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 30, 60, 300, 3000})
    void findsWhatComparingFinds(int values) {
        List<Dataset> parts =
                List.of(random("train", 2000, values), random("dev", 700, values), random("test", 500, values));
        SharedExamplesSearch search = searched(1 << 20, parts);
        for (int i = 0; i < 3; i++) {
            for (int j = i + 1; j < 3; j++) {
                assertThat(search.between(i, j)).isEqualTo(SharedExamples.between(parts.get(i), parts.get(j)));
            }
        }
    }

    @Test
    void theFirstIsFirstInItsFileHoweverPartsAreShuffled() {
        Dataset train =
                random("train", 300, 10).select(new Splittable().seeded(1).permutation(300));
        Dataset dev = random("dev", 100, 5).select(new Splittable().seeded(2).permutation(100));
        Dataset few = train.select(IntStream.range(0, 60).toArray());
        assertThat(searched(1 << 20, List.of(few, dev)).between(0, 1))
                .isPresent()
                .isEqualTo(SharedExamples.between(few, dev));
    }

    @Test
    void whatMemoryDoesNotHoldIsSampledAndSaysSo() {
        Dataset train = random("train", 40_000, 1 << 20);
        Dataset dev = Dataset.of("dev", train.take(20_000).featureMatrix(), new DenseMatrix(20_000, 0));
        SharedExamplesSearch search = searched(64 * 4000, List.of(train, dev));
        SharedExamples found = search.between(0, 1).orElseThrow();
        assertThat(search.oneIn(1)).isEqualTo(found.oneIn()).isBetween(4, 8);
        assertThat((double) found.count()).isCloseTo(20_000, within(1500.0));
        assertThat(found.original().replace("train", "dev")).isEqualTo(found.first());
    }

    @Test
    void otherColumnsAreNotComparable() {
        Dataset wide = Dataset.of("wide", new DenseMatrix(1, 3), new DenseMatrix(1, 0));
        Dataset narrow = Dataset.of("narrow", new DenseMatrix(1, 2), new DenseMatrix(1, 0));
        assertThat(searched(1 << 20, List.of(wide, narrow)).between(0, 1)).isEqualTo(Optional.empty());
    }
}
