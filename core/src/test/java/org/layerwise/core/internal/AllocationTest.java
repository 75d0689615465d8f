package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.layerwise.core.AdaptiveMoments;
import org.layerwise.core.internal.Shapes.Shape;

class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 300;
    /** The measurement itself allocates a little; one object for each call would be 4800 bytes and more. */
    private static final long NOTHING = 4_000;

    private static final int MOST_ROUNDS = 2_000;

    @Test
    void aWarmProductAllocatesNothingOnAnyThread() {
        ProductEngine engine = ProductEngine.java(Acceleration.kernels(), new WorkerPool(2));
        List<Shape> shapes =
                List.of(new Shape(4, 400, 2), new Shape(1, 4, 400), new Shape(30, 33, 64), new Shape(64, 256, 130));
        for (Shape shape : shapes) {
            double[] a = shape.left();
            double[] b = shape.right();
            double[] c = shape.destination();
            for (Form form : Form.values()) {
                for (double beta : new double[] {0, 1}) {
                    Runnable multiply =
                            () -> engine.multiply(form, shape.m(), shape.n(), shape.k(), 0.5, a, b, beta, c);
                    assertThat(bytesOnceWarm(multiply))
                            .as(form + " " + shape + " beta " + beta)
                            .isLessThan(NOTHING);
                }
            }
            double[] column = Shapes.random(shape.m(), 4);
            assertThat(bytesOnceWarm(() -> engine.multiply(shape.m(), shape.n(), shape.k(), a, b, column, c)))
                    .as("with a column " + shape)
                    .isLessThan(NOTHING);
            assertThat(bytesOnceWarm(() -> RowSums.of(c, shape.m(), shape.n(), 0.5, column)))
                    .as("sums of rows " + shape)
                    .isLessThan(NOTHING);
        }
    }

    @Test
    void aWarmProductOfFloatsAllocatesNothingOnAnyThread() {
        FloatProducts engine = FloatProducts.of(Optional.empty(), Acceleration.floatKernel(), new WorkerPool(2));
        List<Shape> shapes =
                List.of(new Shape(4, 400, 2), new Shape(1, 4, 400), new Shape(20, 33, 5000), new Shape(64, 256, 130));
        for (Shape shape : shapes) {
            float[] a = new float[shape.m() * shape.k()];
            float[] b = new float[shape.k() * shape.n()];
            double[] c = shape.destination();
            double[] left = shape.left();
            for (Form form : Form.values()) {
                assertThat(bytesOnceWarm(() -> {
                            engine.narrow(left, a, 0, a.length);
                            engine.multiply(form, shape.m(), shape.n(), shape.k(), 0.5, a, b, 1, c);
                        }))
                        .as(form + " " + shape)
                        .isLessThan(NOTHING);
            }
        }
    }

    @Test
    void aWarmUpdateAllocatesNothing() {
        MomentLoop loop = Acceleration.momentLoop();
        AdaptiveMoments.Rule rule = new AdaptiveMoments.Rule(0.9, 0.999, 0, 0, 1e-8);
        Moments moments =
                new Moments(Shapes.random(403, 1), Shapes.random(403, 2), new double[403], new double[403], rule);
        assertThat(bytesOnceWarm(() -> loop.run(moments, 0, 403, 1e-9, 1.5, 1))).isLessThan(NOTHING);
    }

    @Test
    void warmSumsAllocateNothingOnAnyThread() {
        double[] x = Shapes.random(50_000, 1);
        EntrySums sums = new EntrySums(new WorkerPool(2));
        for (EntrySums.Term term : EntrySums.Term.values()) {
            assertThat(bytesOnceWarm(() -> sums.sum(term, x))).as("" + term).isLessThan(NOTHING);
        }
    }

    @Test
    void warmElementaryFunctionsAllocateNothing() {
        ArrayFunctions functions = ArrayFunctions.chosen();
        double[] x = Shapes.random(400, 1);
        double[] y = new double[400];
        double[] z = new double[400];
        List<Runnable> all = List.of(
                () -> functions.exp(x, y, 0, 400),
                () -> functions.log(x, y, 0, 400),
                () -> functions.log1p(x, y, 0, 400),
                () -> functions.log1pOfUnit(x, y, 0, 400),
                () -> functions.tanh(x, y, 0, 400),
                () -> functions.sigmoid(x, y, 0, 400),
                () -> functions.sigmoidOfTail(x, z, y, 0, 400),
                () -> functions.tail(x, y, 0, 400),
                () -> functions.expm1OfNegative(x, y, 0, 400),
                () -> Softplus.of(x, y, 0, 400),
                () -> Softplus.of(y, y, 0, 400),
                () -> functions.passWherePositive(x, y, y, 0, 400));
        for (int i = 0; i < all.size(); i++) {
            assertThat(bytesOnceWarm(all.get(i))).as("function " + i).isLessThan(NOTHING);
        }
    }

    @Test
    void aWarmSoftmaxAllocatesNothingOnAnyThread() {
        for (int columns : new int[] {13, 300}) {
            double[] z = Shapes.random(150 * columns, 1);
            double[] a = new double[z.length];
            assertThat(bytesOnceWarm(() -> {
                        Softmaxes.apply(z, a, columns);
                        Softmaxes.differentiate(a, z, a, columns);
                        Softmaxes.applyLogarithm(z, a, columns);
                        Softmaxes.differentiateLogarithm(a, z, a, columns);
                    }))
                    .as("softmax of " + columns)
                    .isLessThan(NOTHING);
        }
    }

    /** Vectors are objects until the JIT compiler has seen the loop, which is in the background and takes its time. */
    private static long bytesOnceWarm(Runnable work) {
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && bytes >= NOTHING; round++) {
            long before = allocated();
            long start = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                work.run();
            }
            bytes = allocated() - before;
            // As long as it worked, so that on a busy machine the compiler gets its share.
            LockSupport.parkNanos(Math.max(1_000_000, System.nanoTime() - start));
        }
        return bytes;
    }

    /** Of this thread and of the workers. */
    private static long allocated() {
        long workers = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().startsWith("layerwise-worker"))
                .mapToLong(info -> THREADS.getThreadAllocatedBytes(info.getThreadId()))
                .sum();
        return workers + THREADS.getCurrentThreadAllocatedBytes();
    }
}
