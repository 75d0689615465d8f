package org.layerwise.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;

class NumericalGradientTest {
    @Test
    void hasTheShapeOfThePointAndLeavesItAlone() {
        DenseMatrix at = DenseMatrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        DenseMatrix gradient = NumericalGradient.of(x -> x.getEntry(1, 0) * x.getEntry(0, 2), at, 1e-5);

        assertThat(gradient.shape()).isEqualTo("2x3");
        assertThat(gradient.getEntry(1, 0)).isCloseTo(3, within(1e-9));
        assertThat(gradient.getEntry(0, 2)).isCloseTo(4, within(1e-9));
        assertThat(gradient.getEntry(0, 0)).isZero();
        assertThat(at.values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void isTheQuotientOfTheCourseToTheLastBit() {
        for (var golden :
                Golden.read("gradient_check.json").get("one_dimensional").get("cases")) {
            double x = golden.get("x").doubleValue();
            DenseMatrix theta =
                    DenseMatrix.wrap(1, 1, new double[] {golden.get("theta").doubleValue()});
            double epsilon = golden.get("epsilon").doubleValue();

            DenseMatrix gradient = NumericalGradient.of(t -> t.getEntry(0, 0) * x, theta, epsilon);

            assertThat(gradient.getEntry(0, 0))
                    .isEqualTo(golden.get("gradapprox").doubleValue());
        }
    }

    @Test
    void rejectsAnEpsilonOfZero() {
        assertThatThrownBy(() -> NumericalGradient.of(x -> 0, new DenseMatrix(1, 1), 0))
                .isInstanceOf(OptionException.class)
                .hasMessage("epsilon must be > 0, got 0.0");
    }
}
