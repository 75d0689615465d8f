package org.layerwise.activations;

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
                        OptionRange.of(new Silu(1), "beta > 0"),
                        OptionRange.of(new SoftShrink(1), "lambda >= 0"),
                        OptionRange.of(new HardShrink(1), "lambda >= 0"),
                        OptionRange.of(new HardSigmoid(1, 0), "slope > 0", "offset a finite number"),
                        OptionRange.of(new Threshold(1, 1), "threshold a finite number", "replacement a finite number"),
                        OptionRange.of(new Celu(1), "alpha > 0"),
                        OptionRange.of(new Elu(1), "alpha >= 0"),
                        OptionRange.of(new LeakyRelu(0.1), "slope in [0, 1)"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void takesTheEndsAndRefusesWhatLiesBeyond(OptionRange range) throws ReflectiveOperationException {
        range.verify();
    }

    @Test
    void hardTanhRefusesBoundsThatDoNotAscend() {
        assertThatThrownBy(() -> new HardTanh(2, 2)).hasMessage("max must be > min (2.0), got 2.0");
        assertThatThrownBy(() -> new HardTanh(Double.NEGATIVE_INFINITY, 2))
                .hasMessage("min must be a finite number, got -Infinity");
        assertThatThrownBy(() -> new HardTanh(2, Double.POSITIVE_INFINITY))
                .hasMessage("max must be a finite number, got Infinity");
    }
}
