package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerwise.core.internal.Shapes.Shape;

/** The product of floats in Java against a loop that does what its documentation says, and against doubles. */
class FloatProductsTest {
    private static final double[][] FACTORS = {{1, 0}, {1, 1}, {0.5, 0}, {-2, 0.25}, {0, 3}, {0, 0}};
    private static final double ROUNDING = 0x1p-24;

    private static Stream<FloatProducts> engines(int threads) {
        WorkerPool pool = new WorkerPool(threads);
        return Stream.of(new ScalarFloatKernel(), Acceleration.floatKernel())
                .map(kernel -> FloatProducts.of(Optional.empty(), kernel, pool));
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
        List<FloatProducts> engines =
                Stream.of(1, 2, 4).flatMap(FloatProductsTest::engines).toList();
        for (Shape shape : Shapes.large()) {
            engines.forEach(engine -> check(engine, form, shape, 0.1, -1.5));
        }
    }

    /** {@code |ĉ − c| ≤ γ Σ |a| |b|}, γ = (k + 2) u / (1 − (k + 2) u): what Precision.MIXED says. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void isWithinTheDocumentedBoundOfDoubles(Form form) {
        List<Shape> shapes = new ArrayList<>(Shapes.awkward());
        shapes.addAll(Shapes.large());
        for (FloatProducts engine : engines(2).toList()) {
            for (Shape shape : shapes) {
                double[] sums = new double[shape.m() * shape.n()];
                double[] sizes = sums.clone();
                double[] actual = sums.clone();
                engine.multiply(
                        form,
                        shape.m(),
                        shape.n(),
                        shape.k(),
                        1,
                        narrowed(engine, shape.left()),
                        narrowed(engine, shape.right()),
                        0,
                        actual);
                ProductEngine doubles = ProductEngine.java(Kernels.scalar(), new WorkerPool(1));
                doubles.multiply(form, shape.m(), shape.n(), shape.k(), 1, shape.left(), shape.right(), 0, sums);
                doubles.multiply(
                        form, shape.m(), shape.n(), shape.k(), 1, sizes(shape.left()), sizes(shape.right()), 0, sizes);
                double gamma = (shape.k() + 2) * ROUNDING / (1 - (shape.k() + 2) * ROUNDING);
                assertThat(IntStream.range(0, sums.length)
                                .filter(i -> !(Math.abs(actual[i] - sums[i]) <= gamma * sizes[i])))
                        .as(form + " " + shape + ", entries that are off by more")
                        .isEmpty();
            }
        }
    }

    @Test
    void doesNotReadWhatAFactorOfZeroHides() {
        engines(1).forEach(engine -> {
            double[] c = {Double.NaN, Double.NaN};
            engine.multiply(Form.PLAIN, 1, 2, 1, 1, new float[] {2}, new float[] {3, 4}, 0, c);
            assertThat(c).containsExactly(6, 8);
            engine.multiply(Form.PLAIN, 1, 2, 1, 0, new float[] {Float.NaN}, new float[] {3, 4}, 0.5, c);
            assertThat(c).containsExactly(3, 4);
        });
    }

    @Test
    void narrowsToTheNearestFloatWithoutSubnormalOnes() {
        double[] from = new double[40];
        Arrays.setAll(from, i -> Math.scalb(1 / 3.0, i - 20));
        double[] special = {
            1e39,
            -1e39,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            1e-39,
            -1e-39,
            0x1p-126,
            0x1.fffffffp-127,
            -0.0,
            3.4028235e38
        };
        System.arraycopy(special, 0, from, 7, special.length);
        engines(1).forEach(engine -> {
            float[] to = narrowed(engine, from);
            assertThat(Arrays.copyOfRange(to, 7, 7 + special.length))
                    .containsExactly(
                            Float.POSITIVE_INFINITY,
                            Float.NEGATIVE_INFINITY,
                            Float.NaN,
                            Float.NEGATIVE_INFINITY,
                            0f,
                            0f,
                            Float.MIN_NORMAL,
                            Float.MIN_NORMAL,
                            0f,
                            Float.MAX_VALUE);
            for (int i = 20; i < 40; i++) {
                assertThat(to[i]).isEqualTo((float) from[i]);
            }
        });
    }

    private static void check(FloatProducts engine, Form form, Shape shape, double alpha, double beta) {
        float[] a = narrowed(engine, shape.left());
        float[] b = narrowed(engine, shape.right());
        double[] actual = shape.destination();
        double[] expected = actual.clone();
        engine.multiply(form, shape.m(), shape.n(), shape.k(), alpha, a, b, beta, actual);
        documented(form, shape, alpha, a, b, beta, expected);
        assertThat(Arrays.equals(actual, expected))
                .as(form + " " + shape + " alpha " + alpha + " beta " + beta)
                .isTrue();
    }

    /** The formula in the documentation of {@link TiledFloatProduct}, entry by entry. */
    private static void documented(Form form, Shape s, double alpha, float[] a, float[] b, double beta, double[] c) {
        int aRow = form == Form.LEFT_TRANSPOSED ? 1 : s.k();
        int aStep = form == Form.LEFT_TRANSPOSED ? s.m() : 1;
        int bColumn = form == Form.RIGHT_TRANSPOSED ? s.k() : 1;
        int bStep = form == Form.RIGHT_TRANSPOSED ? 1 : s.n();
        int length = FloatCut.sectionLength(s.m(), s.n(), s.k());
        for (int i = 0; i < s.m(); i++) {
            for (int j = 0; j < s.n(); j++) {
                int at = i * s.n() + j;
                int[] walk = {i * aRow, aStep, j * bColumn, bStep};
                if (alpha == 0 || s.k() == 0) {
                    c[at] = beta == 0 ? 0 : beta * c[at];
                } else if (length == s.k()) {
                    c[at] = section(0, s.k(), alpha, a, b, walk, beta, c[at]);
                } else {
                    double total = section(0, length, 1, a, b, walk, 0, 0);
                    for (int start = length; start < s.k(); start += length) {
                        total += section(start, Math.min(s.k(), start + length), 1, a, b, walk, 0, 0);
                    }
                    c[at] = beta == 0 ? alpha * total : Math.fma(alpha, total, beta * c[at]);
                }
            }
        }
    }

    private static double section(
            int from, int to, double alpha, float[] a, float[] b, int[] walk, double beta, double before) {
        double result = before;
        for (int start = from; start < to; start += FloatTiling.BLOCK) {
            float sum = 0;
            for (int p = start; p < Math.min(to, start + FloatTiling.BLOCK); p++) {
                sum = Math.fma(a[walk[0] + p * walk[1]], b[walk[2] + p * walk[3]], sum);
            }
            double factor = start == from ? beta : 1;
            result = factor == 0 ? alpha * sum : Math.fma(alpha, sum, factor * result);
        }
        return result;
    }

    static float[] narrowed(FloatProducts engine, double[] values) {
        float[] floats = new float[values.length];
        engine.narrow(values, floats, 0, values.length);
        return floats;
    }

    private static double[] sizes(double[] values) {
        return Arrays.stream(values).map(Math::abs).toArray();
    }
}
