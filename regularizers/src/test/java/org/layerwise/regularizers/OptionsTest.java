package org.layerwise.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.ranges.OptionRange;

/** Options take the ends of their ranges and refuse what lies just beyond. */
class OptionsTest {
    static Stream<OptionRange> ranges() {
        return Stream.of(
                        OptionRange.of(new L1(1), "lambda >= 0"),
                        OptionRange.of(new L2(1), "lambda >= 0"),
                        OptionRange.of(new L1L2(1, 1), "l1 >= 0", "l2 >= 0"),
                        OptionRange.of(new Orthogonality(1), "lambda >= 0"),
                        OptionRange.of(new Dropout(0.5), "keep_prob in (0, 1]"),
                        OptionRange.of(new AlphaDropout(0.5), "keep_prob in (0, 1]"),
                        OptionRange.of(new GaussianDropout(0.5), "keep_prob in (0, 1]"),
                        OptionRange.of(new DropConnect(0.5), "keep_prob in (0, 1]"),
                        OptionRange.of(new GaussianNoise(1), "standard_deviation >= 0"),
                        OptionRange.of(new MaxNorm(1), "max > 0"),
                        OptionRange.of(new MinMaxNorm(0, 1, 1), "min >= 0", "max > 0", "rate in (0, 1]"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void takesTheEndsAndRefusesWhatLiesBeyond(OptionRange range) throws ReflectiveOperationException {
        range.verify();
    }

    @Test
    void minMaxNormTakesEqualLimitsAndRefusesOnesThatDescend() {
        assertThat(new MinMaxNorm(2, 2, 1).max()).isEqualTo(2);
        assertThatThrownBy(() -> new MinMaxNorm(2, 1, 1)).hasMessage("max must be >= min, which is 2.0, got 1.0");
    }
}
