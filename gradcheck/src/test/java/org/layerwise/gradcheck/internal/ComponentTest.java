package org.layerwise.gradcheck.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.gradcheck.Kink;

/** How one component of a gradient is measured again. */
class ComponentTest {
    private static final int INDEX = 5;

    /** The last entry of a 2x3 matrix, a function of it, and where the function was asked. */
    private static final class Sample {
        final Parameter parameter = Parameter.of("W", new DenseMatrix(2, 3));
        final List<Double> steps = new ArrayList<>();
        final Component component;
        private final Probe probe;

        Sample(double at, double gradient, DoubleUnaryOperator function) {
            double[] values = parameter.value().values();
            values[INDEX] = at;
            parameter.gradient().values()[INDEX] = gradient;
            component = new Component(parameter, INDEX);
            double centre = function.applyAsDouble(at);
            probe = new Probe(
                    () -> {
                        steps.add(values[INDEX] - at);
                        return function.applyAsDouble(values[INDEX]);
                    },
                    centre,
                    parameter,
                    INDEX);
        }

        Sample refine(double scale) {
            component.refine(probe, scale);
            return this;
        }
    }

    @Test
    void fourCostsAreEnoughForAGradientThatIsRight() {
        assertThat(new Sample(0.5, Math.cos(0.5), Math::sin).refine(0).steps).hasSize(4);
        assertThat(new Sample(0.5, 1e3 * Math.cos(0.5), x -> 1e3 * Math.sin(x)).refine(0).steps)
                .as("where rounding is larger than 1e-12")
                .hasSize(4);
        assertThat(new Sample(0.5, 1e-5, x -> 0).refine(1e5).steps)
                .as("an error that is small against a typical component")
                .hasSize(4);
    }

    @Test
    void stepsGrowWithTheParameter() {
        Sample sample = new Sample(1000, 7, Math::sin).refine(1);

        List<Double> expected = new ArrayList<>();
        for (double step : new double[] {0.1, 10, 1, 0.1, 1e-2, 1e-3, 1e-4}) {
            expected.addAll(List.of(step, -step, 2 * step, -2 * step));
        }
        expected.addAll(List.of(-1e-3, -2e-3, 1e-3, 2e-3, 1e-2, 2e-2, -1e-2, -2e-2));
        assertThat(sample.steps).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(sample.steps.get(i)).isCloseTo(expected.get(i), within(1e-9));
        }
    }

    @Test
    void theBestStepIsNeitherTheLargestNorTheSmallest() {
        Sample sample = new Sample(0.3, 7, x -> 1000 + Math.sin(50 * x)).refine(1);

        assertThat(sample.component.approximation).isCloseTo(50 * Math.cos(15), within(1e-6));
        assertThat(sample.component.kink).isFalse();
    }

    @Test
    void aKinkIsFoundWhateverItsSize() {
        for (double size : new double[] {0.1, 1, 100}) {
            assertThat(new Sample(0, 7, x -> size * Math.abs(x)).refine(1).component.kink)
                    .as("a kink of %s", size)
                    .isTrue();
        }
        assertThat(new Sample(1000, 7, x -> 1e6 + 2 * Math.max(0, x - 1000)).refine(1).component.kink)
                .as("at a large parameter")
                .isTrue();
    }

    @Test
    void aKinkIsNoneWhereItIsSmallAgainstTheGradientOrRounding() {
        assertThat(new Sample(0, 7, x -> 0.1 * Math.abs(x)).refine(1e6).component.kink)
                .as("small against a typical component")
                .isFalse();
        assertThat(new Sample(0, 7, x -> 1e9 + 2 * Math.max(0, x)).refine(1).component.kink)
                .as("small against the rounding of the cost")
                .isFalse();
        assertThat(new Sample(0.5, 7, x -> Math.exp(20 * x)).refine(1).component.kink)
                .as("a strong curvature")
                .isFalse();
    }

    @Test
    void aKinkSaysItsPlaceAndBothSides() {
        Kink kink =
                new Sample(0, 7, x -> 3 * Math.max(0, x)).refine(1).component.asKink();

        assertThat(kink.row()).isEqualTo(1);
        assertThat(kink.column()).isEqualTo(2);
        assertThat(kink.left()).isZero();
        assertThat(kink.right()).isCloseTo(3, within(1e-6));
    }

    @Test
    void roundingDependsOnTheCostAndTheStep() {
        Parameter parameter = Parameter.of("W", new DenseMatrix(1, 1));
        assertThat(new Probe(() -> 0, 1000, parameter, 0).noise(1e-3)).isCloseTo(0x1p-49 * 1e6, within(1e-20));
        assertThat(new Probe(() -> 0, 0, parameter, 0).noise(1e-3)).isPositive();
    }
}
