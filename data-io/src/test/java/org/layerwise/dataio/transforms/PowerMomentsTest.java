package org.layerwise.dataio.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

class PowerMomentsTest {
    /** 1e-12 in percent. */
    private static final double CLOSE = 1e-10;

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "-2, 0", "8, 0", "8, 3", "-8, 1", "1e-9, 2", "12, 4"})
    void giveSumsAndSquaresAsFromTheNumbersThemselves(double q, double from) {
        RandomSource random = new Splittable().seeded(4);
        double[] t = new double[20_000];
        Arrays.setAll(t, i -> 4 * random.nextDouble());
        double low = Arrays.stream(t).min().orElseThrow();
        double high = Arrays.stream(t).max().orElseThrow();
        PowerMoments moments = new PowerMoments(low, high);
        Arrays.stream(t).forEach(moments::add);
        double[] y = Arrays.stream(t).map(v -> PowerFamily.boxCox(v - from, q)).toArray();
        double sum = Arrays.stream(y).sum();
        double mean = sum / y.length;
        double squares = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
        double size = Arrays.stream(y).map(Math::abs).sum();
        assertThat(moments.sum(q, from) + size).isCloseTo(sum + size, withinPercentage(CLOSE));
        assertThat(moments.squares(q, from, mean)).isCloseTo(squares, withinPercentage(CLOSE));
        assertThat(moments.centre()).isCloseTo((low + high) / 2, withinPercentage(CLOSE));
    }
}
