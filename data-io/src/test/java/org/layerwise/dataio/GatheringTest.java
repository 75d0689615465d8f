package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.internal.ByteStore;
import org.layerwise.dataio.internal.Rows;

class GatheringTest {
    /** The value of a feature tells its row and its column. */
    private static DenseMatrix numbered(int rows, int columns) {
        DenseMatrix values = new DenseMatrix(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < columns; c++) {
                values.setEntry(i, c, 1000.0 * i + c);
            }
        }
        return values;
    }

    @ParameterizedTest(name = "{0} examples of {1} features")
    @CsvSource({"1, 1", "3, 31", "256, 32", "256, 33", "257, 15", "257, 16", "257, 49"})
    void theColumnsOfXAreTheExamplesInTheirOrder(int batch, int features) {
        int[] backwards = IntStream.range(0, batch + 1).map(i -> batch - i).toArray();
        DenseMatrix x = new DenseMatrix(features, batch);
        Gathering.fill(FeatureStore.of(numbered(batch + 1, features)), Rows.first(batch + 1), backwards, 1, x);
        for (int j = 0; j < batch; j++) {
            for (int c = 0; c < features; c++) {
                assertThat(x.getEntry(c, j)).isEqualTo(1000.0 * (batch - 1 - j) + c);
            }
        }
    }

    /** Eight examples are transposed together, the others alone. */
    @Test
    void bytesAreTransposedAsDoublesAre() {
        byte[] bytes = new byte[20 * 5];
        new Random(1).nextBytes(bytes);
        int[] order = {19, 3, 11, 0, 7, 5, 13, 2, 17, 4, 16, 1, 9, 6, 18, 8, 12, 10, 14};
        DenseMatrix x = new DenseMatrix(5, 18);
        Gathering.fill(new ByteStore(20, 5, bytes), Rows.first(20), order, 1, x);
        for (int j = 0; j < 18; j++) {
            for (int c = 0; c < 5; c++) {
                assertThat(x.getEntry(c, j)).isEqualTo(bytes[5 * order[j + 1] + c] & 0xff);
            }
        }
    }

    @Test
    void streamedExamplesAreComputedAndTransposed() {
        Dataset streamed = Dataset.of("numbers", numbered(5, 2), new DenseMatrix(5, 0))
                .select(new int[] {4, 3, 2, 1, 0})
                .lazily(some -> some.mapFeatures(value -> -value));
        DenseMatrix x = new DenseMatrix(2, 2);
        streamed.select(new int[] {1, 0, 3}).gather(new int[] {0, 2, 1}, 1, 3, x);
        assertThat(streamed.isStreamed()).isTrue();
        assertThat(x.getData()).isEqualTo(new double[][] {{-1000, -4000}, {-1001, -4001}});
    }
}
