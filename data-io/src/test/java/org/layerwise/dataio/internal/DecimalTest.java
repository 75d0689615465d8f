package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    private final Decimal decimal = new Decimal();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "1",
                "-1",
                "+7",
                "1.",
                ".5",
                "007",
                "1e5",
                "1E-5",
                "1e+5",
                "3.4e0",
                "0.1",
                "0.3",
                "9007199254740993",
                "9007199254740992",
                "9007199254740991",
                "1e22",
                "1e23",
                "8.5e22",
                "1.7976931348623157e308",
                "1.7976931348623159e308",
                "1e309",
                "-1e400",
                "4.9e-324",
                "2.4703282292062327e-324",
                "2.2250738585072014e-308",
                "2.2250738585072011e-308",
                "1e-400",
                "123456789012345678901234567890",
                "0.000000000000000000000000123",
                "179769313486231580793e289",
                "1.00000000000000011102230246251565404236316680908203125",
                "1.00000000000000011102230246251565404236316680908203124",
                "9223372036854775808",
                "18446744073709551615",
                "9999999999999999999",
                "0e999999999999",
                "7.2057594037927933e16",
                "6.0221407e23"
            })
    void readsAsTheJdkDoes(String text) {
        assertThat(decimal.parse(text.toCharArray(), 0, text.length())).isTrue();
        assertThat(Double.doubleToLongBits(decimal.value()))
                .isEqualTo(Double.doubleToLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "1,2",
                "NaN",
                "Infinity",
                "0x10",
                "1d",
                "1f",
                "--1",
                "1 2",
                "1e5.0",
                "١"
            })
    void refusesWhatIsNoDecimalNumber(String text) {
        assertThat(decimal.parse(text.toCharArray(), 0, text.length())).isFalse();
    }

    @Test
    void readsBackEveryDoubleThatIsWrittenOut() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 200_000; i++) {
            double wanted = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(wanted)) {
                check(Double.toString(wanted));
            }
        }
    }

    @Test
    void roundsLongerAndShorterDigitsAsTheJdkDoes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200_000; i++) {
            long digits = random.nextLong() >>> random.nextInt(64);
            check(Long.toUnsignedString(digits) + "e" + random.nextInt(-330, 320));
            check((random.nextDouble() - 0.5) * 200 + "" + random.nextInt(10));
        }
    }

    private void check(String text) {
        assertThat(decimal.parse(text.toCharArray(), 0, text.length())).isTrue();
        if (Double.doubleToLongBits(decimal.value()) != Double.doubleToLongBits(Double.parseDouble(text))) {
            assertThat(decimal.value()).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void readsFromTheMiddleOfABuffer() {
        assertThat(decimal.parse("12,3.5,7".toCharArray(), 3, 3)).isTrue();
        assertThat(decimal.value()).isEqualTo(3.5);
    }
}
