package org.layerwise.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.DenseMatrix;

/** Functions of whole columns over several examples: each column once, whatever stands in the others. */
class ColumnsTest {
    private static final double[][] Z = {{-2, 0.5}, {1, 3}, {0.25, -1}};
    private static final double[][] D_A = {{1, -0.5}, {-2, 0.25}, {3, 4}};

    /** {@code e^z / Σ e^z} of a column, by definition. */
    private static double softmax(int i, int j, double sign) {
        double sum = 0;
        for (double[] row : Z) {
            sum += StrictMath.exp(sign * row[j]);
        }
        return StrictMath.exp(sign * Z[i][j]) / sum;
    }

    private static void check(Activation activation, double sign, boolean log) {
        DenseMatrix z = DenseMatrix.of(Z);
        DenseMatrix a = new DenseMatrix(3, 2);
        DenseMatrix dZ = new DenseMatrix(3, 2);
        activation.apply(z, a);
        activation.backpropagate(z, a, DenseMatrix.of(D_A), dZ);
        for (int j = 0; j < 2; j++) {
            for (int i = 0; i < 3; i++) {
                double value = softmax(i, j, sign);
                double gradient = 0;
                for (int k = 0; k < 3; k++) {
                    double own = i == k ? 1 : 0;
                    double of = log ? own - value : sign * softmax(k, j, sign) * (own - value);
                    gradient += of * D_A[k][j];
                }
                assertThat(a.getEntry(i, j)).isCloseTo(log ? StrictMath.log(value) : value, within(1e-14));
                assertThat(dZ.getEntry(i, j)).isCloseTo(gradient, within(1e-14));
            }
        }
    }

    @Test
    void softmaxTreatsEachColumnOnce() {
        check(new Softmax(), 1, false);
    }

    @Test
    void softminTreatsEachColumnOnce() {
        check(new Softmin(), -1, false);
    }

    @Test
    void logSoftmaxTreatsEachColumnOnce() {
        check(new LogSoftmax(), 1, true);
    }

    /** Φ(x) and Φ(x) + x φ(x) from 60 decimal digits: what x² loses by rounding would show in the 14th. */
    @ParameterizedTest
    @CsvSource({
        "-30.3, 5.7317235033154953e-202, -5.2622256124264521e-199",
        "-20.9, 2.6772494966374081e-97, -1.1694372324268128e-94",
        "-12.7, 2.9564853648520501e-37, -4.7681595122108847e-35"
    })
    void theBellKeepsItsDigitsFarOut(double x, double cumulative, double slope) {
        assertThat(NormalDistribution.cumulative(x) / cumulative).isCloseTo(1, within(2e-15));
        assertThat(NormalDistribution.slope(x) / slope).isCloseTo(1, within(2e-15));
    }
}
