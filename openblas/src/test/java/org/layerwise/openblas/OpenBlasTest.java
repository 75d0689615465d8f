package org.layerwise.openblas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.FloatMatrix;
import org.layerwise.core.MatrixProducts;

/** With this module on the class path products are native; commons-math's is the simple one to agree with. */
class OpenBlasTest {
    private static final int[] AWKWARD = {0, 1, 2, 3, 7, 31, 64, 65, 207};
    private static final double[][] FACTORS = {{1, 0}, {1, 1}, {0.5, 0}, {-2, 0.25}, {0, 3}};

    @Test
    void isChosenWhereItIsThere() {
        assertThat(MatrixProducts.implementation().name()).isEqualTo("native");
        assertThat(MatrixProducts.implementation().details()).startsWith("OpenBLAS 0.3.");
        assertThat(MatrixProducts.load()).isEqualTo(MatrixProducts.implementation());
    }

    @Test
    void agreesOnAwkwardShapes() {
        int turn = 0;
        for (int m : AWKWARD) {
            for (int n : AWKWARD) {
                for (int k : AWKWARD) {
                    double[] factors = FACTORS[turn++ % FACTORS.length];
                    check(m, n, k, factors[0], factors[1]);
                }
            }
        }
    }

    @Test
    void agreesOnShapesThatAreCutIntoPieces() {
        check(20, 209, 3000, 1, 0);
        check(20, 3000, 209, 1.0 / 209, 0);
        check(257, 131, 785, 1, 1);
        check(3001, 9, 200, 1, 0);
        check(1, 3000, 1100, 1, 0);
        check(1400, 120, 800, 1, 0);
        check(1400, 120, 801, -0.5, 2);
    }

    /** In sections that are summed apart, since the destination is small. */
    @Test
    void agreesOnShapesWhoseInnerIndexIsCut() {
        check(128, 128, 2048, 1, 0);
        check(120, 127, 2049, -0.5, 2);
    }

    /** Large pieces, a high one that is computed as its transpose, and sections. */
    @Test
    void startsFromAColumn() {
        for (int[] shape : new int[][] {{300, 301, 302}, {1400, 120, 800}, {128, 128, 2048}, {20, 209, 3000}}) {
            DenseMatrix a = random(shape[0], shape[2]);
            DenseMatrix b = random(shape[2], shape[1]);
            DenseMatrix column = random(shape[0], 1);
            DenseMatrix before = new DenseMatrix(shape[0], shape[1]);
            Arrays.setAll(before.values(), i -> column.values()[i / shape[1]]);
            DenseMatrix c = new DenseMatrix(shape[0], shape[1]);
            Arrays.fill(c.values(), Double.NaN);
            c.setProductPlusColumn(a, b, column);
            assertClose(Arrays.toString(shape), expected(a, b, 1, 1, before), c, shape[2]);
        }
    }

    /** {@code |ĉ − c| ≤ γ Σ |a| |b|}, γ = (k + 2) u / (1 − (k + 2) u), u = 2⁻²⁴. */
    @Test
    void floatsAreWithinTheDocumentedBound() {
        int[][] shapes = {
            {20, 209, 3000},
            {20, 3000, 209},
            {257, 131, 785},
            {3001, 9, 200},
            {1400, 120, 801},
            {128, 128, 2048},
            {64, 65, 207},
            {150, 40, 64}
        };
        for (int[] shape : shapes) {
            DenseMatrix a = random(shape[0], shape[2]);
            DenseMatrix b = random(shape[2], shape[1]);
            DenseMatrix before = random(shape[0], shape[1]);
            DenseMatrix expected = expected(a, b, 0.5, 1, before);
            DenseMatrix sizes = expected(sizes(a), sizes(b), 0.5, 0, before);
            DenseMatrix alone = expected(a, b, 0.5, 0, before);
            double gamma = (shape[2] + 2) * 0x1p-24 / (1 - (shape[2] + 2) * 0x1p-24);
            DenseMatrix c = before.copy();
            floats(a).multiply(floats(b), 0.5, 1, c);
            assertWithin(gamma, sizes, expected, c);
            floats(a).multiply(floats(b), 0.5, 0, c);
            assertWithin(gamma, sizes, alone, c);
            c = before.copy();
            floats(a.transpose()).multiplyTransposed(floats(b), 0.5, 1, c);
            assertWithin(gamma, sizes, expected, c);
            c = before.copy();
            floats(a).multiplyByTransposed(floats(b.transpose()), 0.5, 1, c);
            assertWithin(gamma, sizes, expected, c);
        }
    }

    private static FloatMatrix floats(DenseMatrix matrix) {
        FloatMatrix copy = new FloatMatrix(matrix.getRowDimension(), matrix.getColumnDimension());
        copy.set(matrix);
        return copy;
    }

    private static DenseMatrix sizes(DenseMatrix matrix) {
        DenseMatrix sizes = matrix.copy();
        Arrays.setAll(sizes.values(), i -> Math.abs(matrix.values()[i]));
        return sizes;
    }

    private static void assertWithin(double gamma, DenseMatrix sizes, DenseMatrix expected, DenseMatrix actual) {
        for (int i = 0; i < expected.values().length; i++) {
            double off = Math.abs(expected.values()[i] - actual.values()[i]);
            assertThat(off <= gamma * sizes.values()[i])
                    .as(expected.shape() + " " + i)
                    .isTrue();
        }
    }

    @Test
    void doesNotReadTheDestinationWhenBetaIsZero() {
        DenseMatrix c = random(40, 40);
        c.setEntry(3, 5, Double.NaN);
        c.setProduct(random(40, 30), random(30, 40));
        assertThat(c.values()).doesNotContain(Double.NaN);
    }

    @Test
    void aWarmProductAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        DenseMatrix a = random(64, 60);
        DenseMatrix b = random(60, 70);
        DenseMatrix c = new DenseMatrix(64, 70);
        for (int i = 0; i < 20_000; i++) {
            c.setProduct(a, b);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            c.setProduct(a, b);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8_000);
    }

    private static void check(int m, int n, int k, double alpha, double beta) {
        DenseMatrix a = random(m, k);
        DenseMatrix b = random(k, n);
        DenseMatrix before = random(m, n);
        DenseMatrix expected = expected(a, b, alpha, beta, before);
        String where = m + "x" + n + "x" + k + " alpha " + alpha + " beta " + beta;
        DenseMatrix c = before.copy();
        c.setProduct(a, b, alpha, beta);
        assertClose(where, expected, c, k);
        c = before.copy();
        c.setTransposedProduct(a.transpose(), b, alpha, beta);
        assertClose(where + ", left transposed", expected, c, k);
        c = before.copy();
        c.setProductTransposed(a, b.transpose(), alpha, beta);
        assertClose(where + ", right transposed", expected, c, k);
    }

    private static DenseMatrix expected(DenseMatrix a, DenseMatrix b, double alpha, double beta, DenseMatrix before) {
        if (before.values().length == 0 || a.values().length == 0) {
            return before.scalarMultiply(beta);
        }
        RealMatrix product = new Array2DRowRealMatrix(a.getData()).multiply(new Array2DRowRealMatrix(b.getData()));
        return DenseMatrix.copyOf(product.scalarMultiply(alpha).add(before.scalarMultiply(beta)));
    }

    /** Entries are sums of k terms below 2 in size, rounded in another order. */
    private static void assertClose(String where, DenseMatrix expected, DenseMatrix actual, int k) {
        double tolerance = 1e-14 * Math.max(1, Math.sqrt(k));
        for (int i = 0; i < expected.values().length; i++) {
            if (!(Math.abs(expected.values()[i] - actual.values()[i]) <= tolerance)) {
                assertThat(actual.values()[i]).as(where).isCloseTo(expected.values()[i], within(tolerance));
            }
        }
    }

    private static DenseMatrix random(int rows, int columns) {
        Random random = new Random(rows * 1000L + columns);
        DenseMatrix matrix = new DenseMatrix(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextDouble() * 2 - 1;
        }
        return matrix;
    }
}
