package org.layerwise.network.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.activations.Softmax;
import org.layerwise.core.DenseMatrix;

/** Each example as if it were alone: those beside it and the strips of columns leave no trace. */
class SoftmaxCrossEntropyTest {
    private final Random random = new Random(11);

    private static double[] losses(SoftmaxCrossEntropy loss, DenseMatrix z, DenseMatrix target) {
        DenseMatrix a = new DenseMatrix(z.getRowDimension(), z.getColumnDimension());
        new Softmax().apply(z, a);
        DenseMatrix losses = new DenseMatrix(1, z.getColumnDimension());
        loss.values(z, a, target, losses);
        return losses.values();
    }

    /** {@code Σ y (ln Σ e^z − z)} by definition. */
    private static double loss(double[] z, double[] y, double smoothing) {
        double sum = 0;
        for (double x : z) {
            sum += StrictMath.exp(x);
        }
        double loss = 0;
        for (int i = 0; i < z.length; i++) {
            loss += (y[i] * (1 - smoothing) + smoothing / z.length) * (StrictMath.log(sum) - z[i]);
        }
        return loss;
    }

    private DenseMatrix normal(int rows, int columns) {
        DenseMatrix matrix = new DenseMatrix(rows, columns);
        java.util.Arrays.setAll(matrix.values(), i -> 2 * random.nextGaussian());
        return matrix;
    }

    private DenseMatrix oneHot(int rows, int columns) {
        DenseMatrix matrix = new DenseMatrix(rows, columns);
        for (int j = 0; j < columns; j++) {
            matrix.setEntry(random.nextInt(rows), j, 1);
        }
        return matrix;
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0", "2, 1, 0", "2, 513, 0", "3, 7, 0.1", "10, 209, 0", "5, 1030, 0.2", "700, 20, 0"})
    void treatsEachExampleAlone(int rows, int columns, double smoothing) {
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(smoothing);
        DenseMatrix z = normal(rows, columns);
        DenseMatrix target = oneHot(rows, columns);
        double[] losses = losses(loss, z, target);
        for (int j = 0; j < columns; j++) {
            DenseMatrix own = DenseMatrix.copyOf(z.getColumnMatrix(j));
            assertThat(losses[j])
                    .as("example " + j)
                    .isEqualTo(losses(loss, own, DenseMatrix.copyOf(target.getColumnMatrix(j)))[0])
                    .isCloseTo(loss(z.getColumn(j), target.getColumn(j), smoothing), within(1e-13));
        }
    }

    @Test
    void keepsNanInItsExample() {
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(0);
        DenseMatrix z = normal(4, 11);
        DenseMatrix target = oneHot(4, 11);
        double[] plain = losses(loss, z, target);
        z.setEntry(2, 9, Double.NaN);
        z.setEntry(3, 4, Double.POSITIVE_INFINITY);
        double[] losses = losses(loss, z, target);
        for (int j = 0; j < 11; j++) {
            assertThat(losses[j]).isEqualTo(Double.valueOf(j == 9 || j == 4 ? Double.NaN : plain[j]));
        }
    }
}
