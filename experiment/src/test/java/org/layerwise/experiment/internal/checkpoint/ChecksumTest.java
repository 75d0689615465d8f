package org.layerwise.experiment.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;

class ChecksumTest {
    private static String of(DenseMatrix matrix) {
        return Checksum.of(Map.of("version", "1"), Map.of("w", matrix));
    }

    /** A large matrix is summed a piece at a time. */
    @Test
    void everyNumberCounts() {
        DenseMatrix matrix = new DenseMatrix(100, 200);
        String before = of(matrix);
        for (int at : new int[] {0, 8191, 8192, 16383, 16384, 19_999}) {
            matrix.values()[at] = 1e-300;
            assertThat(of(matrix)).as("number " + at).isNotEqualTo(before);
            matrix.values()[at] = 0;
        }
        assertThat(of(matrix)).isEqualTo(before);
    }

    @Test
    void shapesNamesAndTextsCount() {
        String before = of(new DenseMatrix(4, 6));
        assertThat(of(new DenseMatrix(6, 4))).isNotEqualTo(before);
        assertThat(Checksum.of(Map.of("version", "1"), Map.of("v", new DenseMatrix(4, 6))))
                .isNotEqualTo(before);
        assertThat(Checksum.of(Map.of("version", "2"), Map.of("w", new DenseMatrix(4, 6))))
                .isNotEqualTo(before);
    }
}
