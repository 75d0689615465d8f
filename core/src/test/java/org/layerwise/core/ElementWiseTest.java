package org.layerwise.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementWiseTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 16_384, 16_385, 40_000, 1_100_000})
    void visitsEachElementOnceWithTheNumbersOfThisRun(int length) {
        double[] values = new double[length];
        ElementWise loop = new ElementWise(length, (from, to, x, y, z) -> {
            for (int i = from; i < to; i++) {
                values[i] += i + 100 * x + 10 * y + z;
            }
        });
        loop.run(1, 2, 3);
        loop.run(4, 5, 6);
        for (int i = 0; i < length; i++) {
            assertThat(values[i]).isEqualTo(2.0 * i + 123 + 456);
        }
    }
}
