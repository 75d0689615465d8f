package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;
import org.layerwise.core.Probabilities;

/** Each column as if it were alone, bit by bit: strips, blocks of rows and threads leave no trace. */
class SoftmaxesTest {
    private final Random random = new Random(20261127);

    private DenseMatrix normal(int rows, int columns) {
        DenseMatrix matrix = new DenseMatrix(rows, columns);
        java.util.Arrays.setAll(matrix.values(), i -> 3 * random.nextGaussian());
        return matrix;
    }

    private interface Form {
        double[] of(double[] z, double[] dA);
    }

    private static double[] softmax(double[] z) {
        double max = Double.NEGATIVE_INFINITY;
        for (double x : z) {
            max = Math.max(max, x);
        }
        double[] a = new double[z.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            a[i] = Elementary.exp(z[i] - max);
            sum += a[i];
        }
        for (int i = 0; i < z.length; i++) {
            a[i] *= 1 / sum;
        }
        return a;
    }

    private static double[] differentiate(double[] a, double[] dA) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * dA[i];
        }
        double[] dZ = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            dZ[i] = a[i] * (dA[i] - sum);
        }
        return dZ;
    }

    private static double[] logSoftmax(double[] z) {
        double max = Double.NEGATIVE_INFINITY;
        for (double x : z) {
            max = Math.max(max, x);
        }
        double sum = 0;
        for (double x : z) {
            sum += Elementary.exp(x - max);
        }
        double[] a = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            a[i] = z[i] - max - Elementary.log(sum);
        }
        return a;
    }

    private static double[] differentiateLogarithm(double[] a, double[] dA) {
        double sum = 0;
        for (double x : dA) {
            sum += x;
        }
        double[] dZ = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            dZ[i] = dA[i] - Elementary.exp(a[i]) * sum;
        }
        return dZ;
    }

    private static void assertColumns(
            String what, DenseMatrix actual, DenseMatrix first, DenseMatrix second, Form form) {
        for (int j = 0; j < actual.getColumnDimension(); j++) {
            assertThat(actual.getColumn(j))
                    .as(what + " " + actual.shape() + " column " + j)
                    .isEqualTo(form.of(first.getColumn(j), second.getColumn(j)));
        }
    }

    /** Many, that vectors and threads take part; more columns than a strip has; more rows than a block. */
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 9",
        "5, 1",
        "3000, 1",
        "2, 7",
        "3, 8",
        "10, 13",
        "1000, 3",
        "4, 512",
        "3, 513",
        "2, 1030",
        "90, 400",
        "300, 257",
        "40, 1100",
        "1, 40000"
    })
    void treatEachColumnAlone(int rows, int columns) {
        DenseMatrix z = normal(rows, columns);
        DenseMatrix dA = normal(rows, columns);
        DenseMatrix a = new DenseMatrix(rows, columns);
        DenseMatrix dZ = new DenseMatrix(rows, columns);
        for (int computed = 0; computed < 2_000_000; computed += rows * columns + 5_000) {
            Probabilities.softmax(z, a);
        }
        assertColumns("softmax", a, z, z, (x, y) -> softmax(x));
        Probabilities.differentiateSoftmax(a, dA, dZ);
        assertColumns("its gradient", dZ, a, dA, SoftmaxesTest::differentiate);
        DenseMatrix same = dA.copy();
        Probabilities.differentiateSoftmax(a, same, same);
        assertThat(same.values()).isEqualTo(dZ.values());
        same = z.copy();
        Probabilities.softmax(same, same);
        assertThat(same.values()).isEqualTo(a.values());

        Probabilities.logSoftmax(z, a);
        assertColumns("logarithm", a, z, z, (x, y) -> logSoftmax(x));
        Probabilities.differentiateLogSoftmax(a, dA, dZ);
        assertColumns("its gradient", dZ, a, dA, SoftmaxesTest::differentiateLogarithm);
        same = dA.copy();
        Probabilities.differentiateLogSoftmax(a, same, same);
        assertThat(same.values()).isEqualTo(dZ.values());
        same = z.copy();
        Probabilities.logSoftmax(same, same);
        assertThat(same.values()).isEqualTo(a.values());
    }

    @Test
    void keepNanAndInfinityInTheirColumns() {
        double infinity = Double.POSITIVE_INFINITY;
        DenseMatrix z = normal(4, 19);
        DenseMatrix plain = new DenseMatrix(4, 19);
        Probabilities.softmax(z, plain);
        z.setEntry(1, 2, Double.NaN);
        z.setEntry(2, 9, infinity);
        z.setEntry(0, 17, -infinity);
        z.setColumn(18, new double[] {-infinity, -infinity, -infinity, -infinity});
        DenseMatrix a = new DenseMatrix(4, 19);
        Probabilities.softmax(z, a);
        for (int j = 0; j < 19; j++) {
            if (j == 2 || j == 9 || j == 18) {
                assertThat(a.getColumn(j)).as("column " + j).containsOnly(Double.NaN);
            } else if (j == 17) {
                assertThat(a.getEntry(0, j)).isZero();
                assertThat(a.getEntry(1, j) + a.getEntry(2, j) + a.getEntry(3, j))
                        .isBetween(1 - 1e-15, 1 + 1e-15);
            } else {
                assertThat(a.getColumn(j)).as("column " + j).isEqualTo(plain.getColumn(j));
            }
        }
    }

    @Test
    void takeMatricesWithoutEntries() {
        DenseMatrix none = new DenseMatrix(0, 3);
        Probabilities.softmax(none, none);
        DenseMatrix empty = new DenseMatrix(3, 0);
        Probabilities.logSoftmax(empty, empty);
        assertThat(empty.values()).isEmpty();
    }
}
