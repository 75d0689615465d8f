package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerwise.core.OptionException;

class LearningRateCurveTest {
    /** Flat with a jag, then a fall that is steepest at 60, then a rise. */
    private static LearningRateCurve curve() {
        LearningRateRange range = new LearningRateRange(1e-6, 1, 100);
        List<LearningRateCurve.Point> points = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            double jag = i == 20 ? -0.1 : i == 25 ? 0.1 : 0;
            double cost = i <= 80 ? 1 - 0.6 / (1 + Math.exp((60 - i) / 4.0)) + jag : 0.41 + 0.1 * (i - 80);
            points.add(new LearningRateCurve.Point(range.at(i), cost, cost));
        }
        return new LearningRateCurve(points, Optional.empty());
    }

    @Test
    void suggestsWhereTheCostFallsMostSteeply() {
        LearningRateCurve curve = curve();
        assertThat(curve.steepest()).contains(curve.points().get(60));
        assertThat(curve.lowest()).contains(curve.points().get(80));
    }

    @Test
    void suggestsNothingWhereTheCostNeverFalls() {
        List<LearningRateCurve.Point> rising = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rising.add(new LearningRateCurve.Point(i + 1, i, i));
        }
        assertThat(new LearningRateCurve(rising, Optional.empty()).steepest()).isEmpty();
        assertThat(new LearningRateCurve(List.of(), Optional.empty()).steepest())
                .isEmpty();
    }

    /** 0.1 · 4 / 0.1; (0.9 · 0.4 + 0.1 · 2) / 0.19. */
    @Test
    void smoothsWithoutBias() {
        assertThat(LearningRateCurve.smooth(List.of(4.0))).isCloseTo(4, within(1e-14));
        assertThat(LearningRateCurve.smooth(List.of(4.0, 2.0))).isCloseTo(0.56 / 0.19, within(1e-14));
    }

    @Test
    void ratesGrowByTheSameFactor() {
        LearningRateRange range = new LearningRateRange(1e-4, 1, 11);
        assertThat(range.at(0)).isEqualTo(1e-4);
        assertThat(range.at(5)).isCloseTo(1e-2, within(1e-16));
        assertThat(range.at(10)).isCloseTo(1, within(1e-14));
        assertThatThrownBy(() -> new LearningRateRange(1, 1, 20))
                .isInstanceOf(OptionException.class)
                .hasMessage("to must be > 1.0, the first rate, got 1.0");
    }
}
