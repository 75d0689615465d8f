package org.layerwise.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @ParameterizedTest
    @CsvSource({"0,1", "0,9999", "-3.3,4.7", "0.217,0.694", "1e-9,2e-9", "0,15000", "1e300,2e300"})
    void hasAFewRoundTicksWithinItsRange(double from, double to) {
        Axis axis = new Axis(from, to);
        assertThat(axis.ticks()).hasSizeBetween(2, 11);
        for (double tick : axis.ticks()) {
            assertThat(axis.place(tick)).isBetween(-1e-6, 1 + 1e-6);
        }
    }

    @Test
    void coversWhatIsFinite() {
        assertThat(Axis.over(DoubleStream.of(1, Double.NaN, Double.POSITIVE_INFINITY, 3)))
                .isEqualTo(new Axis(1, 3));
        assertThat(Axis.over(DoubleStream.empty())).isEqualTo(new Axis(0, 1));
        assertThat(Axis.over(DoubleStream.of(5)).to()).isGreaterThan(5);
    }

    @Test
    void labelsWithoutDigitsThatRoundingLeft() {
        assertThat(Axis.label(3 * 0.1)).isEqualTo("0.3");
        assertThat(Axis.label(15000)).isEqualTo("15000");
        assertThat(Axis.label(0)).isEqualTo("0");
    }
}
