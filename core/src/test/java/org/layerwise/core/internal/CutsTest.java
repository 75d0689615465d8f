package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cuts change the speed alone, and where the inner index is cut the last digits: so nothing else holds them. */
class CutsTest {
    @ParameterizedTest
    @CsvSource({
        // Skinny: a piece for each 2^20 multiplications, eight at most.
        "32, 1024, 31, 0",
        "32, 1024, 32, 1",
        "1024, 32, 63, 1",
        "1024, 32, 64, 2",
        "1024, 2047, 4, 7",
        "1024, 2048, 4, 8",
        "4096, 4096, 32, 8",
        // Others: in two from 2^21 on, in four from 2^27, in eight from 2^33.
        "33, 33, 1925, 1",
        "128, 128, 127, 1",
        "128, 128, 128, 2",
        "512, 512, 511, 2",
        "512, 512, 512, 4",
        "2048, 2048, 2047, 4",
        "2048, 2048, 2048, 8",
        "4096, 4096, 4096, 8",
    })
    void theShapeSaysHowManyPieces(int m, int n, int k, int pieces) {
        assertThat(Cuts.pieces(m, n, k)).isEqualTo(pieces);
        assertThat(Cuts.pieces(n, m, k)).isEqualTo(pieces);
        assertThat(Cuts.pieces(k, m, n)).isEqualTo(pieces);
    }

    @ParameterizedTest
    @CsvSource({
        // All of it where the destination is large, the inner index is less than eight times as long, or there is
        // little to do.
        "129, 128, 40000, 129, 40000",
        "128, 127, 1023, 256, 1023",
        "8, 8, 32767, 256, 32767",
        // Else whole blocks, as many sections as there are 2^20 multiplications, eight at most.
        "8, 8, 32768, 256, 16384",
        "20, 209, 12288, 256, 1536",
        "20, 209, 12289, 256, 1792",
        "128, 128, 1024, 256, 256",
    })
    void theShapeSaysHowLongSectionsAre(int m, int n, int k, int block, int length) {
        assertThat(Cuts.sectionLength(m, n, k, block)).isEqualTo(length);
    }

    @Test
    void sectionsAreMergedInTheirOrder() {
        double[] c = {1, 1, 1};
        double[][] sums = {{1, 1e16, 9}, {2, 1, 9}, {4, -1e16, 9}, {Double.NaN, Double.NaN, 9}};
        Cuts.merge(sums, 3, 2, 0.5, c, 2);
        assertThat(c).containsExactly(14.5, 0.5, 1);
        Cuts.merge(new double[][] {{1, 2}}, 1, 3, 0, c, 2);
        assertThat(c).containsExactly(3, 6, 1);
    }
}
