package org.layerwise.initializers;

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
                        OptionRange.of(new Normal(0, 1), "mean a finite number", "standard_deviation >= 0"),
                        OptionRange.of(new TruncatedNormal(0, 1), "mean a finite number", "standard_deviation >= 0"),
                        OptionRange.of(new Orthogonal(1), "gain a finite number"),
                        OptionRange.of(new Identity(1), "gain a finite number"),
                        OptionRange.of(new Constant(1), "value a finite number"),
                        OptionRange.of(new Fan(1, 1), "in >= 1", "out >= 1"),
                        OptionRange.of(new Sparse(0.5, 1), "sparsity in [0, 1)", "standard_deviation >= 0"),
                        OptionRange.of(
                                new VarianceScaling(
                                        1, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNIFORM),
                                "scale > 0"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void takesTheEndsAndRefusesWhatLiesBeyond(OptionRange range) throws ReflectiveOperationException {
        range.verify();
    }

    @Test
    void uniformTakesEqualBoundsAndRefusesOthersThatDoNotFit() {
        assertThat(new Uniform(2, 2).max()).isEqualTo(2);
        assertThatThrownBy(() -> new Uniform(2, Math.nextDown(2.0)))
                .hasMessage("max must be >= min (2.0), got 1.9999999999999998");
        assertThatThrownBy(() -> new Uniform(-Double.MAX_VALUE, Double.MAX_VALUE))
                .hasMessageStartingWith("max must be within the largest number of min");
        assertThatThrownBy(() -> new Uniform(Double.NEGATIVE_INFINITY, 1))
                .hasMessage("min must be a finite number, got -Infinity");
        assertThatThrownBy(() -> new Uniform(1, Double.POSITIVE_INFINITY))
                .hasMessage("max must be a finite number, got Infinity");
    }
}
