package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowHashesTest {
    @ParameterizedTest
    @CsvSource({"10000, 1, false", "10000, 2, false", "10000, 3, true", "100, 1, false", "100, 2, false", "100, 3, true"
    })
    void moreThanHalfMustRepeatOthersWhetherAllAreKeptOrSome(int most, int times, boolean repeats) {
        RowHashes hashes = new RowHashes(most, i -> i);
        for (int i = 0; i < 1000 * times; i++) {
            hashes.add(RowHashes.hash(new double[] {i / times, 7}), i);
        }
        assertThat(hashes.repeats()).isEqualTo(repeats);
        if (most > 1000) {
            assertThat(hashes.oneIn()).isEqualTo(1);
        } else {
            assertThat(hashes.oneIn()).isBetween(8, 32);
        }
    }
}
