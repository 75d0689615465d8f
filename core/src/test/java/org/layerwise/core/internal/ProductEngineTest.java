package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerwise.core.internal.Shapes.Shape;

/** The product in Java against a loop that does what its documentation says, with every kernel that is there. */
class ProductEngineTest {
    private static final double[][] FACTORS = {{1, 0}, {1, 1}, {0.5, 0}, {-2, 0.25}, {0, 3}, {0, 0}};

    private static Stream<ProductEngine> engines(int threads) {
        WorkerPool pool = new WorkerPool(threads);
        return Stream.of(ProductEngine.java(Kernels.scalar(), pool), ProductEngine.java(Acceleration.kernels(), pool));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void givesTheDocumentedBitsOnAwkwardShapes(Form form) {
        engines(1).forEach(engine -> {
            int turn = 0;
            for (Shape shape : Shapes.awkward()) {
                double[] factors = FACTORS[turn++ % FACTORS.length];
                check(engine, form, shape, factors[0], factors[1]);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void givesTheDocumentedBitsForAnyNumberOfThreads(Form form) {
        List<ProductEngine> engines =
                Stream.of(1, 2, 4).flatMap(ProductEngineTest::engines).toList();
        for (Shape shape : Shapes.large()) {
            double[] expected = shape.destination();
            documented(form, shape, 0.1, shape.left(), shape.right(), -1.5, expected);
            for (ProductEngine engine : engines) {
                double[] actual = shape.destination();
                engine.multiply(form, shape.m(), shape.n(), shape.k(), 0.1, shape.left(), shape.right(), -1.5, actual);
                assertThat(Arrays.equals(actual, expected))
                        .as(engine.implementation() + " " + form + " " + shape)
                        .isTrue();
            }
        }
    }

    /** Cut along the columns, and along the rows: alpha is multiplied in piece by piece. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void scalesThePiecesOfAProductInPlace(Form form) {
        engines(2).forEach(engine -> {
            check(engine, form, new Shape(64, 1024, 32), 0.1, 0);
            check(engine, form, new Shape(1024, 64, 32), 0.1, 0);
        });
    }

    @Test
    void startsFromAColumn() {
        engines(2).forEach(engine -> {
            for (Shape shape : withEdges()) {
                double[] a = shape.left();
                double[] b = shape.right();
                double[] column = Shapes.random(shape.m(), 4);
                double[] actual = shape.destination();
                Arrays.fill(actual, Double.NaN);
                engine.multiply(shape.m(), shape.n(), shape.k(), a, b, column, actual);
                double[] expected = new double[actual.length];
                documentedFromColumn(shape, a, b, column, expected);
                assertThat(Arrays.equals(actual, expected))
                        .as(engine.implementation() + " " + shape)
                        .isTrue();
            }
        });
    }

    @Test
    void sumsRowsToTheSameBitsWithEveryKernel() {
        for (int rows : new int[] {0, 1, 3, 4, 5, 9}) {
            for (int columns : new int[] {0, 1, 7, 8, 9, 207}) {
                double[] x = Shapes.random(rows * columns, 5);
                double[] scalar = new double[rows];
                double[] chosen = new double[rows];
                new RowSums(Kernels.scalar().dots()).sum(x, rows, columns, 0.1, scalar);
                new RowSums(Acceleration.kernels().dots()).sum(x, rows, columns, 0.1, chosen);
                double[] ones = new double[columns];
                Arrays.fill(ones, 1);
                for (int i = 0; i < rows; i++) {
                    assertThat(scalar[i]).isEqualTo(0.1 * dot(x, i * columns, ones, 0, 0, columns));
                }
                assertThat(chosen).containsExactly(scalar);
            }
        }
    }

    @Test
    void doesNotReadWhatAFactorOfZeroHides() {
        ProductEngine engine = engines(1).toList().get(1);
        double[] c = {Double.NaN, Double.NaN};
        engine.multiply(Form.PLAIN, 1, 2, 1, 1, new double[] {2}, new double[] {3, 4}, 0, c);
        assertThat(c).containsExactly(6, 8);
        engine.multiply(Form.PLAIN, 1, 2, 1, 0, new double[] {Double.NaN}, new double[] {3, 4}, 0.5, c);
        assertThat(c).containsExactly(3, 4);
    }

    @Test
    void spreadsNaNWhereItBelongs() {
        engines(1).forEach(engine -> {
            double[] a = Shapes.random(9 * 30, 1);
            a[4 * 30 + 17] = Double.NaN;
            double[] c = new double[9 * 50];
            engine.multiply(Form.PLAIN, 9, 50, 30, 1, a, Shapes.random(30 * 50, 2), 0, c);
            for (int i = 0; i < c.length; i++) {
                assertThat(Double.isNaN(c[i]))
                        .as(engine.implementation() + " " + i)
                        .isEqualTo(i / 50 == 4);
            }
        });
    }

    private static void check(ProductEngine engine, Form form, Shape shape, double alpha, double beta) {
        double[] a = shape.left();
        double[] b = shape.right();
        double[] actual = shape.destination();
        double[] expected = actual.clone();
        engine.multiply(form, shape.m(), shape.n(), shape.k(), alpha, a, b, beta, actual);
        documented(form, shape, alpha, a, b, beta, expected);
        assertThat(Arrays.equals(actual, expected))
                .as(engine.implementation() + " " + form + " " + shape + " alpha " + alpha + " beta " + beta)
                .isTrue();
    }

    /** The formula in the documentation of {@link TiledProduct}, entry by entry. */
    static void documented(Form form, Shape s, double alpha, double[] a, double[] b, double beta, double[] c) {
        double[] columns = form == Form.RIGHT_TRANSPOSED ? b : new double[s.k() * s.n()];
        double[] rows = form == Form.LEFT_TRANSPOSED ? new double[s.m() * s.k()] : a;
        if (form != Form.RIGHT_TRANSPOSED) {
            Transposition.transpose(s.k(), s.n(), b, columns);
        }
        if (form == Form.LEFT_TRANSPOSED) {
            Transposition.transpose(s.k(), s.m(), a, rows);
        }
        for (int i = 0; i < s.m(); i++) {
            for (int j = 0; j < s.n(); j++) {
                c[i * s.n() + j] = entry(form, s, alpha, rows, i * s.k(), columns, j * s.k(), beta, c[i * s.n() + j]);
            }
        }
    }

    private static double entry(
            Form form, Shape s, double alpha, double[] a, int row, double[] b, int column, double beta, double before) {
        if (alpha == 0 || s.k() == 0) {
            return beta == 0 ? 0 : beta * before;
        }
        int length = CutProduct.sectionLength(s.m(), s.n(), s.k());
        if (length == s.k()) {
            return section(form, s, 0, s.k(), alpha, a, row, b, column, beta, before);
        }
        double total = section(form, s, 0, length, 1, a, row, b, column, 0, 0);
        for (int start = length; start < s.k(); start += length) {
            total += section(form, s, start, Math.min(s.k(), start + length), 1, a, row, b, column, 0, 0);
        }
        return beta == 0 ? alpha * total : Math.fma(alpha, total, beta * before);
    }

    private static double section(
            Form form,
            Shape s,
            int from,
            int to,
            double alpha,
            double[] a,
            int row,
            double[] b,
            int column,
            double beta,
            double before) {
        if (Dots.take(form, s.m(), s.n(), s.k())) {
            double sum = dot(a, row, b, column, from, to);
            return beta == 0 ? alpha * sum : Math.fma(alpha, sum, beta * before);
        }
        if (form == Form.RIGHT_TRANSPOSED && to - from == s.k() && beta == 0 && InPlace.turns(s.n(), s.k())) {
            double sum = 0;
            for (int p = from; p < to; p++) {
                sum = Math.fma(a[row + p], alpha * b[column + p], sum);
            }
            return sum;
        }
        double result = 0;
        for (int start = from; start < to; start += Tiling.BLOCK) {
            double sum = 0;
            for (int p = start; p < Math.min(to, start + Tiling.BLOCK); p++) {
                sum = Math.fma(a[row + p], b[column + p], sum);
            }
            if (start > from) {
                result = Math.fma(alpha, sum, result);
            } else {
                result = beta == 0 ? alpha * sum : Math.fma(alpha, sum, beta * before);
            }
        }
        return result;
    }

    private static List<Shape> withEdges() {
        return Stream.concat(Shapes.awkward().stream(), Shapes.large().stream()).toList();
    }

    /** A product in place begins with the column, any other is added to it. */
    private static void documentedFromColumn(Shape s, double[] a, double[] b, double[] column, double[] c) {
        for (int i = 0; i < s.m(); i++) {
            Arrays.fill(c, i * s.n(), (i + 1) * s.n(), column[i]);
        }
        if (!InPlace.isNear(s.n(), s.k())) {
            documented(Form.PLAIN, s, 1, a, b, 1, c);
            return;
        }
        for (int i = 0; i < c.length; i++) {
            for (int p = 0; p < s.k(); p++) {
                c[i] = Math.fma(a[i / s.n() * s.k() + p], b[p * s.n() + i % s.n()], c[i]);
            }
        }
    }

    /** The formula in the documentation of {@link Dots}. */
    private static double dot(double[] a, int row, double[] b, int column, int from, int to) {
        double[] s = new double[8];
        for (int p = from; p < to; p++) {
            int part = (p - from) % 8;
            s[part] = Math.fma(a[row + p], b[column + p], s[part]);
        }
        return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
    }
}
