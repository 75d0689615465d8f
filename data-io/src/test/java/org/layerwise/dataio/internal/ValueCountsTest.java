package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.transforms.Impute;
import org.layerwise.dataio.transforms.OneHot;
import org.layerwise.dataio.transforms.Ordinal;

class ValueCountsTest {
    private static final int[] BOTH = {0, 1};

    /** Few values; many of which one stands out. */
    private static Dataset table(int rows) {
        RandomSource random = new Splittable().seeded(rows);
        DenseMatrix x = new DenseMatrix(rows, 2);
        for (int i = 0; i < rows; i++) {
            x.setEntry(i, 0, i % 5 == 4 ? Double.NaN : random.nextInt(4) - 2);
            x.setEntry(i, 1, i % 3 == 1 ? 0.25 : random.nextDouble());
        }
        return Dataset.of("table.csv", x, new DenseMatrix(rows, 1));
    }

    private static Dataset streamed(Dataset data) {
        return data.lazily(some -> some);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 31, 64, 207, 5000})
    void transformsAreFittedAsInMemory(int rows) {
        Dataset data = table(rows);
        for (Transform transform : List.of(
                new Impute(Impute.Strategy.MOST_FREQUENT, Optional.empty(), List.of(), true),
                new OneHot(List.of("x1", "x2"), OneHot.Unknown.ERROR),
                new Ordinal(List.of("x1", "x2"), Map.of()))) {
            assertThat(transform.fit(streamed(data))).isEqualTo(transform.fit(data));
        }
    }

    @Test
    void whatStandsOutIsFoundThoughMemoryHoldsFew() {
        Dataset data = table(5000);
        double[] exact = new ValueCounts(data, BOTH).mostFrequent();
        assertThat(exact[1]).isEqualTo(0.25);
        assertThat(new ValueCounts(streamed(data), BOTH, 20).mostFrequent()).containsExactly(exact);
    }

    @Test
    void ofSeveralTheLeastIsTakenHoweverFewAreHeld() {
        DenseMatrix x = new DenseMatrix(4000, 1);
        for (int i = 0; i < 4000; i++) {
            x.setEntry(i, 0, i % 4 == 0 ? 7 : i % 4 == 1 ? -3 : i + 0.5);
        }
        Dataset data = Dataset.of("table.csv", x, new DenseMatrix(4000, 1));
        assertThat(new ValueCounts(data, new int[] {0}, 50).mostFrequent()).containsExactly(-3);
    }

    /** Those that come early make room for what follows, and are counted again. */
    @Test
    void whatCameEarlyCountsAsMuchAsWhatCameLate() {
        DenseMatrix x = new DenseMatrix(4000, 1);
        for (int i = 0; i < 4000; i++) {
            x.setEntry(i, 0, i < 1010 ? 5 : i < 3000 ? i + 0.5 : 7);
        }
        Dataset data = Dataset.of("table.csv", x, new DenseMatrix(4000, 1));
        assertThat(new ValueCounts(data, new int[] {0}, 50).mostFrequent()).containsExactly(5);
    }

    @Test
    void whereNothingStandsOutTheColumnIsNamed() {
        DenseMatrix x = new DenseMatrix(4000, 1);
        for (int i = 0; i < 4000; i++) {
            x.setEntry(i, 0, i / 2);
        }
        Dataset data = Dataset.of("table.csv", x, new DenseMatrix(4000, 1));
        assertThatThrownBy(() -> new ValueCounts(data, new int[] {0}, 50).mostFrequent())
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "table.csv: column 'x1' has more different values than memory holds, and none that"
                                + " stands out: most_frequent can't be found; impute it by mean or median");
        assertThatThrownBy(() -> new ValueCounts(data, new int[] {0}).distinct(1000, "drop leaves it out"))
                .hasMessage("table.csv: column 'x1' has more than 1000 different values; drop leaves it out");
        assertThatThrownBy(() -> new ValueCounts(data, new int[] {0}, 50).distinct(1000, "drop leaves it out"))
                .hasMessage("table.csv: column 'x1' has more than 50 different values; drop leaves it out");
    }

    @Test
    void anIdIsNoCategory() {
        int rows = (1 << 16) + 1;
        DenseMatrix x = new DenseMatrix(rows, 1);
        for (int i = 0; i < rows; i++) {
            x.setEntry(i, 0, i);
        }
        Dataset data = Dataset.of("table.csv", x, new DenseMatrix(rows, 1));
        assertThatThrownBy(() -> new OneHot(List.of("x1"), OneHot.Unknown.ERROR).fit(data))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "table.csv: column 'x1' has more than 65536 different values; one_hot would make a column of"
                                + " each: hashing makes a few of them all, drop leaves it out");
    }

    @Test
    void aColumnWithoutAKnownValueIsRefused() {
        DenseMatrix x = DenseMatrix.of(new double[][] {{Double.NaN}, {Double.NaN}});
        Dataset data = streamed(Dataset.of("table.csv", x, new DenseMatrix(2, 1)));
        assertThatThrownBy(() -> new Impute(Impute.Strategy.MOST_FREQUENT, Optional.empty(), List.of()).fit(data))
                .hasMessageContaining("column 'x1' has no known value");
    }
}
