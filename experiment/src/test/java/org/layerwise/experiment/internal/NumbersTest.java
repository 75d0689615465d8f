package org.layerwise.experiment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "2.0E-3, 0.002",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "0.1, 0.1",
        "-0.0, -0.0",
        "1e23, 1.0E23",
        "2e23, 2.0E23",
        "-1e23, -1.0E23",
        "1.1e-5, 1.1E-5"
    })
    void isShort(double value, String expected) {
        assertThat(Numbers.shortest(value)).isEqualTo(expected);
    }

    /** Before JDK 19 Double.toString gives a digit too many now and then. */
    @Test
    void readsBackAsTheSameNumberWithAtMostSeventeenDigits() {
        long bits = 0x3FB999999999999AL;
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(bits);
            String text = Numbers.shortest(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            assertThat(text.split("E")[0].chars().filter(Character::isDigit).count())
                    .isLessThanOrEqualTo(20);
            bits += 0x3DEADBEEFL * (i + 1);
        }
    }

    @Test
    void namesWhatIsNoNumber() {
        assertThat(Numbers.shortest(Double.NaN)).isEqualTo("nan");
        assertThat(Numbers.shortest(Double.POSITIVE_INFINITY)).isEqualTo("inf");
        assertThat(Numbers.shortest(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
    }
}
