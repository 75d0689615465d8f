package org.layerwise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.AdaptiveMoments.Rule;

class AdaptiveMomentsTest {
    /** By hand: g = 2 + 0.5·4 = 4, m = 0.5·2 + 0.5·4 = 3, v = 0.75·8 + 0.25·16 = 10, √(10·0.8 + 1) + 1 = 4. */
    @Test
    void movesAsItsFormulaSays() {
        double[] w = {4, 4};
        double[] m = {2, 2};
        double[] v = {8, 8};
        AdaptiveMoments moments = new AdaptiveMoments(w, new double[] {2, 2}, m, v, new Rule(0.5, 0.75, 0.5, 1, 1));
        moments.run(0, 1, 2, 0.8, 0.25);
        assertThat(m).containsExactly(3, 2);
        assertThat(v).containsExactly(10, 8);
        assertThat(w[0]).isEqualTo(0.25 * 4 - 2 * 3 / 4.0, within(1e-15));
        assertThat(w[1]).isEqualTo(4);
    }

    @Test
    void refusesArraysOfDifferentLengths() {
        assertThatThrownBy(() -> new AdaptiveMoments(
                        new double[3], new double[3], new double[2], new double[3], new Rule(0, 0, 0, 0, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("W, dW, m and v have 3, 3, 2 and 3 entries");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, 0, beta1",
        "-0.1, 0, 0, 0, 0, beta1",
        "0, 1, 0, 0, 0, beta2",
        "0, NaN, 0, 0, 0, beta2",
        "0, 0, -1, 0, 0, weight_decay",
        "0, 0, 0, -1, 0, under",
        "0, 0, 0, 0, NaN, beside",
    })
    void refusesNumbersOutOfRange(
            double beta1, double beta2, double decay, double under, double beside, String option) {
        assertThatThrownBy(() -> new Rule(beta1, beta2, decay, under, beside))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining(option);
    }
}
