package org.layerwise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealMatrixChangingVisitor;
import org.apache.commons.math3.linear.RealMatrixPreservingVisitor;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of {@link RealMatrix}, on a DenseMatrix and on an Array2DRowRealMatrix: same results, same exceptions. */
class DenseMatrixContractTest {
    private static final int[][] SHAPES = {{1, 1}, {2, 3}, {3, 3}, {7, 5}, {5, 31}};
    private static final Map<String, Function<RealMatrix, Object>> OPERATIONS = operations();

    static Stream<String> names() {
        return OPERATIONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void agreesWithArray2DRowRealMatrix(String name) {
        Function<RealMatrix, Object> operation = Objects.requireNonNull(OPERATIONS.get(name));
        for (int[] shape : SHAPES) {
            double[][] data = data(shape[0], shape[1], 17);
            RealMatrix expected = new Array2DRowRealMatrix(data);
            RealMatrix actual = DenseMatrix.of(data);
            Object expectedResult = outcome(operation, expected);
            Object actualResult = outcome(operation, actual);
            String where = name + " of " + shape[0] + "x" + shape[1];
            assertSame(where, expectedResult, actualResult);
            assertSame(where + ", the matrix afterwards", expected, actual);
        }
    }

    @Test
    void theOperationsAboveCallEveryMethodOfRealMatrix() {
        Set<Method> called = new HashSet<>();
        for (int[] shape : SHAPES) {
            DenseMatrix matrix = DenseMatrix.of(data(shape[0], shape[1], 17));
            RealMatrix recording = (RealMatrix) Proxy.newProxyInstance(
                    RealMatrix.class.getClassLoader(),
                    new Class<?>[] {RealMatrix.class},
                    (proxy, method, arguments) -> {
                        called.add(method);
                        try {
                            return method.invoke(matrix, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            OPERATIONS.values().forEach(operation -> outcome(operation, recording));
        }
        assertThat(called).contains(RealMatrix.class.getMethods());
    }

    @Test
    void equalsAndHashCodeFollowTheEntries() {
        double[][] data = data(7, 5, 3);
        DenseMatrix matrix = DenseMatrix.of(data);
        assertThat(matrix)
                .isEqualTo(matrix.copy())
                .isEqualTo(new Array2DRowRealMatrix(data))
                .hasSameHashCodeAs(new Array2DRowRealMatrix(data))
                .isNotEqualTo(matrix.scalarAdd(1))
                .isNotEqualTo(matrix.transpose());
        assertThat(new Array2DRowRealMatrix(data)).isEqualTo(matrix);
    }

    @Test
    void printsLikeCommonsMathAndOnlyTheShapeWhenLarge() {
        double[][] data = data(2, 3, 3);
        assertThat(DenseMatrix.of(data).toString().replace("DenseMatrix", "Array2DRowRealMatrix"))
                .isEqualTo(new Array2DRowRealMatrix(data).toString());
        assertThat(new DenseMatrix(300, 200)).hasToString("DenseMatrix 300x200");
    }

    private static Map<String, Function<RealMatrix, Object>> operations() {
        Map<String, Function<RealMatrix, Object>> all = new LinkedHashMap<>();
        all.put("dimensions", m -> List.of(m.getRowDimension(), m.getColumnDimension(), m.isSquare()));
        all.put("getData", m -> m.getData());
        all.put("copy", m -> detached(m, m.copy()));
        all.put("createMatrix", m -> m.createMatrix(4, 2));
        all.put("createMatrix with a negative dimension", m -> m.createMatrix(-1, 2));
        all.put("createMatrix with another negative dimension", m -> m.createMatrix(2, -3));
        both(all, "add", (m, other) -> m.add(other), 0, 0);
        both(all, "subtract", (m, other) -> m.subtract(other), 0, 0);
        all.put("add, misfit", m -> m.add(other(m.getRowDimension() + 1, m.getColumnDimension(), 0)));
        all.put("subtract, misfit", m -> m.subtract(other(m.getRowDimension(), m.getColumnDimension() + 1, 1)));
        all.put("scalarAdd", m -> m.scalarAdd(0.1));
        all.put("scalarMultiply", m -> m.scalarMultiply(0.1));
        all.put("transpose", RealMatrix::transpose);
        products(all);
        all.put("norms", m -> new double[] {m.getNorm(), m.getFrobeniusNorm()});
        all.put("trace", RealMatrix::getTrace);
        for (int power : new int[] {-1, 0, 1, 2, 5}) {
            all.put("power " + power, m -> m.power(power));
        }
        entries(all);
        vectors(all);
        subMatrices(all);
        walks(all);
        return all;
    }

    private static void products(Map<String, Function<RealMatrix, Object>> all) {
        for (int kind = 0; kind < 3; kind++) {
            int k = kind;
            all.put("multiply " + k, m -> m.multiply(other(m.getColumnDimension(), 4, k)));
            all.put("multiply, misfit " + k, m -> m.multiply(other(m.getColumnDimension() + 1, 4, k)));
            all.put("preMultiply " + k, m -> m.preMultiply(other(4, m.getRowDimension(), k)));
            all.put("preMultiply, misfit " + k, m -> m.preMultiply(other(4, m.getRowDimension() + 2, k)));
        }
        all.put("multiply by itself", m -> m.multiply(m));
        all.put("operate", m -> m.operate(vector(m.getColumnDimension())));
        all.put("operate, misfit", m -> m.operate(vector(m.getColumnDimension() + 1)));
        all.put("operate on a vector", m -> m.operate(new ArrayRealVector(vector(m.getColumnDimension()))));
        all.put("operate, vector misfit", m -> m.operate(new ArrayRealVector(vector(m.getColumnDimension() + 1))));
        all.put("preMultiply an array", m -> m.preMultiply(vector(m.getRowDimension())));
        all.put("preMultiply, array misfit", m -> m.preMultiply(vector(m.getRowDimension() + 1)));
        all.put("preMultiply a vector", m -> m.preMultiply(new ArrayRealVector(vector(m.getRowDimension()))));
        all.put("preMultiply, vector misfit", m -> m.preMultiply(new ArrayRealVector(vector(m.getRowDimension() + 1))));
    }

    private static void entries(Map<String, Function<RealMatrix, Object>> all) {
        for (int[] at : new int[][] {{0, 0}, {1, 2}, {2, 2}, {-1, 0}, {0, -1}, {99, 0}, {0, 99}}) {
            String where = Arrays.toString(at);
            all.put("getEntry " + where, m -> m.getEntry(at[0], at[1]));
            all.put("setEntry " + where, m -> done(() -> m.setEntry(at[0], at[1], 42)));
            all.put("addToEntry " + where, m -> done(() -> m.addToEntry(at[0], at[1], 0.5)));
            all.put("multiplyEntry " + where, m -> done(() -> m.multiplyEntry(at[0], at[1], 0.3)));
        }
    }

    private static void vectors(Map<String, Function<RealMatrix, Object>> all) {
        for (int at : new int[] {0, 1, -1, 99}) {
            all.put("getRow " + at, m -> m.getRow(at));
            all.put("getColumn " + at, m -> m.getColumn(at));
            all.put("getRowVector " + at, m -> m.getRowVector(at));
            all.put("getColumnVector " + at, m -> m.getColumnVector(at));
            all.put("getRowMatrix " + at, m -> m.getRowMatrix(at));
            all.put("getColumnMatrix " + at, m -> m.getColumnMatrix(at));
            for (int extra = 0; extra < 2; extra++) {
                int e = extra;
                String name = at + (e == 0 ? "" : ", misfit");
                all.put("setRow " + name, m -> done(() -> m.setRow(at, vector(m.getColumnDimension() + e))));
                all.put("setColumn " + name, m -> done(() -> m.setColumn(at, vector(m.getRowDimension() + e))));
                all.put(
                        "setRowVector " + name,
                        m -> done(() -> m.setRowVector(at, new ArrayRealVector(vector(m.getColumnDimension() + e)))));
                all.put(
                        "setColumnVector " + name,
                        m -> done(() -> m.setColumnVector(at, new ArrayRealVector(vector(m.getRowDimension() + e)))));
                all.put(
                        "setRowMatrix " + name,
                        m -> done(() -> m.setRowMatrix(at, other(1, m.getColumnDimension() + e, 0))));
                all.put(
                        "setColumnMatrix " + name,
                        m -> done(() -> m.setColumnMatrix(at, other(m.getRowDimension() + e, 1, 0))));
            }
        }
    }

    private static void subMatrices(Map<String, Function<RealMatrix, Object>> all) {
        int[][] windows = {
            {0, 0, 0, 0}, {0, 1, 1, 2}, {1, 2, 0, 2}, {1, 0, 0, 0}, {0, 0, 2, 1}, {-1, 0, 0, 0}, {0, 99, 0, 0}
        };
        for (int[] w : windows) {
            String name = Arrays.toString(w);
            all.put("getSubMatrix " + name, m -> m.getSubMatrix(w[0], w[1], w[2], w[3]));
            all.put("copySubMatrix " + name, m -> copied(d -> m.copySubMatrix(w[0], w[1], w[2], w[3], d)));
            all.put(
                    "setSubMatrix " + name,
                    m -> done(() -> m.setSubMatrix(new double[][] {{1, 2, 3}, {4, 5, 6}}, w[0], w[2])));
        }
        all.put("setSubMatrix, ragged", m -> done(() -> m.setSubMatrix(new double[][] {{1, 2}, {3}}, 0, 0)));
        all.put("setSubMatrix, empty", m -> done(() -> m.setSubMatrix(new double[0][0], 0, 0)));
        all.put("setSubMatrix, no columns", m -> done(() -> m.setSubMatrix(new double[1][0], 0, 0)));
        int[][] picks = {{0}, {0, 0}, {2, 0, 1}, {}, {-1}, {99}};
        for (int[] rows : picks) {
            for (int[] columns : picks) {
                String name = Arrays.toString(rows) + Arrays.toString(columns);
                all.put("getSubMatrix " + name, m -> m.getSubMatrix(rows, columns));
                all.put("copySubMatrix " + name, m -> copied(d -> m.copySubMatrix(rows, columns, d)));
            }
        }
    }

    private static void walks(Map<String, Function<RealMatrix, Object>> all) {
        all.put("change by rows", m -> change(v -> m.walkInRowOrder(v)));
        all.put("change by columns", m -> change(v -> m.walkInColumnOrder(v)));
        all.put("change", m -> change(v -> m.walkInOptimizedOrder(v)));
        all.put("visit by rows", m -> visit(v -> m.walkInRowOrder(v)));
        all.put("visit by columns", m -> visit(v -> m.walkInColumnOrder(v)));
        all.put("visit", m -> visit(v -> m.walkInOptimizedOrder(v)));
        for (int[] w : new int[][] {{0, 0, 0, 0}, {0, 1, 1, 2}, {1, 2, 0, 2}, {2, 1, 0, 0}, {0, 0, 0, 99}}) {
            String name = Arrays.toString(w);
            all.put("change by rows " + name, m -> change(v -> m.walkInRowOrder(v, w[0], w[1], w[2], w[3])));
            all.put("change by columns " + name, m -> change(v -> m.walkInColumnOrder(v, w[0], w[1], w[2], w[3])));
            all.put("change " + name, m -> change(v -> m.walkInOptimizedOrder(v, w[0], w[1], w[2], w[3])));
            all.put("visit by rows " + name, m -> visit(v -> m.walkInRowOrder(v, w[0], w[1], w[2], w[3])));
            all.put("visit by columns " + name, m -> visit(v -> m.walkInColumnOrder(v, w[0], w[1], w[2], w[3])));
            all.put("visit " + name, m -> visit(v -> m.walkInOptimizedOrder(v, w[0], w[1], w[2], w[3])));
        }
    }

    private interface Combination {
        RealMatrix of(RealMatrix m, RealMatrix other);
    }

    private static void both(
            Map<String, Function<RealMatrix, Object>> all, String name, Combination combine, int rows, int columns) {
        for (int kind = 0; kind < 3; kind++) {
            int k = kind;
            all.put(
                    name + " " + k,
                    m -> combine.of(m, other(m.getRowDimension() + rows, m.getColumnDimension() + columns, k)));
        }
    }

    private static Object change(Function<RealMatrixChangingVisitor, Double> walk) {
        List<String> log = new ArrayList<>();
        double result = walk.apply(new RealMatrixChangingVisitor() {
            private double sum;

            @Override
            public void start(int rows, int columns, int top, int bottom, int left, int right) {
                log.add(rows + " " + columns + " " + top + " " + bottom + " " + left + " " + right);
            }

            @Override
            public double visit(int row, int column, double value) {
                log.add(row + " " + column + " " + value);
                sum += value * log.size();
                return sum;
            }

            @Override
            public double end() {
                return sum;
            }
        });
        return log + " " + result;
    }

    private static Object visit(Function<RealMatrixPreservingVisitor, Double> walk) {
        List<String> log = new ArrayList<>();
        double result = walk.apply(new RealMatrixPreservingVisitor() {
            private double sum;

            @Override
            public void start(int rows, int columns, int top, int bottom, int left, int right) {
                log.add(rows + " " + columns + " " + top + " " + bottom + " " + left + " " + right);
            }

            @Override
            public void visit(int row, int column, double value) {
                log.add(row + " " + column + " " + value);
                sum += value * log.size();
            }

            @Override
            public double end() {
                return sum;
            }
        });
        return log + " " + result;
    }

    private static Object copied(Consumer<double[][]> copy) {
        double[][] destination = new double[4][4];
        copy.accept(destination);
        return destination;
    }

    private static Object detached(RealMatrix original, RealMatrix copy) {
        double[][] before = copy.getData();
        original.setEntry(0, 0, -99);
        assertThat(copy.getData()).isDeepEqualTo(before);
        return copy;
    }

    private static Object done(Runnable action) {
        action.run();
        return "done";
    }

    private static Object outcome(Function<RealMatrix, Object> operation, RealMatrix matrix) {
        try {
            return operation.apply(matrix);
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static void assertSame(String where, Object expected, Object actual) {
        if (expected instanceof RuntimeException e) {
            assertThat(actual).as(where).isExactlyInstanceOf(e.getClass());
            assertThat(((RuntimeException) actual).getMessage()).as(where).isEqualTo(e.getMessage());
        } else if (expected instanceof RealMatrix e && actual instanceof RealMatrix a) {
            assertThat(a.getRowDimension()).as(where).isEqualTo(e.getRowDimension());
            assertThat(a.getColumnDimension()).as(where).isEqualTo(e.getColumnDimension());
            for (int i = 0; i < e.getRowDimension(); i++) {
                assertSame(where + ", row " + i, e.getRow(i), a.getRow(i));
            }
        } else if (expected instanceof RealVector e && actual instanceof RealVector a) {
            assertSame(where, e.toArray(), a.toArray());
        } else if (expected instanceof double[] e && actual instanceof double[] a) {
            assertThat(a).as(where).containsExactly(e, within(1e-12));
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }

    private static RealMatrix other(int rows, int columns, int kind) {
        double[][] data = data(rows, columns, 5);
        return switch (kind) {
            case 0 -> new Array2DRowRealMatrix(data);
            case 1 -> DenseMatrix.of(data);
            default -> new BlockRealMatrix(data);
        };
    }

    private static double[] vector(int length) {
        return data(1, length, 11)[0];
    }

    private static double[][] data(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] data = new double[rows][columns];
        for (double[] row : data) {
            Arrays.setAll(row, j -> random.nextInt(2000) / 64.0 - 15);
        }
        return data;
    }
}
