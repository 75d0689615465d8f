package org.layerwise.testkit.internal;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that a thread allocates. */
public final class Allocation {
    private static final int WARM_UP = 2_000;
    private static final int CALLS = 5_000;
    /** On a busy machine the compiler may still be at work after the warm-up: the best of so many rounds counts. */
    private static final int ROUNDS = 5;
    /** For what the JVM allocates by itself, once; an object for each call would be sixteen times as much. */
    private static final long ALLOWED = 5_000;

    private Allocation() {}

    /** Fails if warmed-up calls of this work allocate. */
    public static void requireNone(Runnable work) {
        boolean counts = ManagementFactory.getThreadMXBean() instanceof ThreadMXBean known
                && known.isThreadAllocatedMemorySupported();
        Require.assume(counts, "this JVM does not count what a thread allocates");
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        repeat(work, WARM_UP);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least >= ALLOWED; round++) {
            least = Math.min(least, allocated(bean, work));
        }
        long bytes = least;
        Require.that(bytes < ALLOWED, () -> CALLS + " warmed-up calls allocate " + bytes + " bytes");
    }

    private static long allocated(ThreadMXBean bean, Runnable work) {
        long id = Thread.currentThread().getId();
        long before = bean.getThreadAllocatedBytes(id);
        repeat(work, CALLS);
        return bean.getThreadAllocatedBytes(id) - before;
    }

    private static void repeat(Runnable work, int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }
}
