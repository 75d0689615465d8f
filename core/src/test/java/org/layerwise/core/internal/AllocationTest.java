package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.layerwise.core.internal.Shapes.Shape;

class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Shape TINY = new Shape(4, 400, 2);
    private static final Shape LARGE = new Shape(64, 256, 130);

    @Test
    void aWarmProductAllocatesNothingOnAnyThread() {
        ProductEngine engine = ProductEngine.java(Acceleration.kernel(), new WorkerPool(2));
        for (Shape shape : new Shape[] {TINY, LARGE}) {
            Runnable products = products(engine, shape);
            int warmUp = shape.equals(TINY) ? 50_000 : 1_000;
            for (int i = 0; i < warmUp; i++) {
                products.run();
            }
            long before = allocated();
            for (int i = 0; i < 100; i++) {
                products.run();
            }
            // the measurement itself allocates a little; a single object for each product would be 7200 bytes and more
            assertThat(allocated() - before)
                    .as("bytes for 300 products of " + shape)
                    .isLessThan(4_000);
        }
    }

    private static Runnable products(ProductEngine engine, Shape s) {
        double[] a = s.left();
        double[] b = s.right();
        double[] c = s.destination();
        return () -> {
            engine.multiply(Form.PLAIN, s.m(), s.n(), s.k(), 1, a, b, 0, c);
            engine.multiply(Form.LEFT_TRANSPOSED, s.m(), s.n(), s.k(), 1, a, b, 0, c);
            engine.multiply(Form.RIGHT_TRANSPOSED, s.m(), s.n(), s.k(), 0.5, a, b, 1, c);
        };
    }

    /** Of this thread and of the workers. */
    private static long allocated() {
        LongStream workers = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().startsWith("layerwise-worker"))
                .mapToLong(info -> THREADS.getThreadAllocatedBytes(info.getThreadId()));
        long sum = workers.sum();
        return sum + THREADS.getCurrentThreadAllocatedBytes();
    }
}
