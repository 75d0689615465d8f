package org.layerwise.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;

class PenaltyTest {
    /** Five entries, so that the sums have a rest beyond groups of four. */
    private static final DenseMatrix W = DenseMatrix.wrap(1, 5, new double[] {1, -2, 0, 0.5, -3});

    @Test
    void l2IsLambdaOverTwoMTimesTheSquares() {
        assertThat(new L2(0.7).penalty(W, 10)).isCloseTo(0.7 / 20 * 14.25, within(1e-15));
        assertThat(gradient(new L2(0.7))).containsExactly(new double[] {1.07, 0.86, 1, 1.035, 0.79}, within(1e-15));
    }

    @Test
    void l1IsLambdaOverMTimesTheSizes() {
        assertThat(new L1(0.7).penalty(W, 10)).isCloseTo(0.07 * 6.5, within(1e-15));
        assertThat(gradient(new L1(0.7))).containsExactly(new double[] {1.07, 0.93, 1, 1.07, 0.93}, within(1e-15));
    }

    @Test
    void l1L2IsTheSumOfBoth() {
        L1L2 both = new L1L2(0.7, 0.2);

        assertThat(both.penalty(W, 10))
                .isCloseTo(new L1(0.7).penalty(W, 10) + new L2(0.2).penalty(W, 10), within(1e-15));
        assertThat(gradient(both)).containsExactly(new double[] {1.09, 0.89, 1, 1.08, 0.87}, within(1e-15));
    }

    @Test
    void theSignOfTheSmallestNumberIsOne() {
        DenseMatrix tiny = DenseMatrix.wrap(1, 2, new double[] {Double.MIN_VALUE, -Double.MIN_VALUE});
        DenseMatrix gradient = new DenseMatrix(1, 2);
        new L1(2).addGradient(tiny, 1, gradient);

        assertThat(gradient.values()).containsExactly(2, -2);
    }

    @Test
    void refusesANegativeOrInfiniteLambda() {
        assertThatThrownBy(() -> new L2(-1))
                .isInstanceOf(OptionException.class)
                .hasMessage("lambda must be >= 0, got -1.0");
        assertThatThrownBy(() -> new L1(Double.NaN)).isInstanceOf(OptionException.class);
        assertThatThrownBy(() -> new L1L2(0, Double.POSITIVE_INFINITY)).hasMessageStartingWith("l2 must be");
        assertThatThrownBy(() -> new L1L2(-0.1, 0)).hasMessageStartingWith("l1 must be");
    }

    /** Starts at ones: the penalty's part must be added. */
    private static double[] gradient(Regularizer regularizer) {
        DenseMatrix gradient = DenseMatrix.wrap(1, 5, new double[] {1, 1, 1, 1, 1});
        regularizer.addGradient(W, 10, gradient);
        return gradient.values();
    }
}
