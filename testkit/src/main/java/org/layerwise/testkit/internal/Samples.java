package org.layerwise.testkit.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.SplittableRandomSource;

/** Matrices to try components on; all from fixed seeds. */
public final class Samples {
    /** Empty, single, wide, tall, and sizes beside those at which kernels change. */
    private static final int[][] SHAPES = {
        {0, 0}, {0, 5}, {5, 0}, {1, 1}, {1, 64}, {64, 1}, {2, 3}, {7, 31}, {31, 7}, {3, 207}, {65, 2}
    };

    private static final int THREADS = 4;

    private Samples() {}

    /** Matrices of every shape. */
    public static Stream<DenseMatrix> ofEveryShape() {
        return Stream.of(SHAPES).map(shape -> normal(shape[0], shape[1], 1));
    }

    /** Normal deviates, the same for the same arguments. */
    public static DenseMatrix normal(int rows, int columns, long seed) {
        SplittableRandomSource random = new SplittableRandomSource(seed);
        DenseMatrix matrix = new DenseMatrix(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = 1.5 * random.nextGaussian();
        }
        return matrix;
    }

    /** A matrix of NaN: whoever does not overwrite an entry is found out. */
    public static DenseMatrix unwritten(DenseMatrix like) {
        DenseMatrix matrix = new DenseMatrix(like.getRowDimension(), like.getColumnDimension());
        Arrays.fill(matrix.values(), Double.NaN);
        return matrix;
    }

    /** One row of numbers that are finite and awkward. */
    public static DenseMatrix extremes() {
        double[] sizes = {0, Double.MIN_VALUE, 1e-300, 1e-8, 0.5, 1, 36, 709, 746, 1e10, 1e100, 1e300, Double.MAX_VALUE
        };
        double[] values = new double[2 * sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            values[2 * i] = sizes[i];
            values[2 * i + 1] = -sizes[i];
        }
        return DenseMatrix.wrap(1, values.length, values);
    }

    /** What several threads make of the same work at the same time. */
    public static List<DenseMatrix> inThreads(Callable<DenseMatrix> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<DenseMatrix>> futures = threads.invokeAll(Collections.nCopies(2 * THREADS, work));
            List<DenseMatrix> results = new ArrayList<>();
            for (Future<DenseMatrix> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("fails in several threads: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
