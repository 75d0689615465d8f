package org.layerwise.testkit.internal;

import java.lang.management.ManagementFactory;

/** Counts the bytes that a thread allocates. */
public final class Allocation {
    private static final int WARM_UP = 2_000;
    private static final int CALLS = 5_000;
    /** For what the JVM allocates by itself, once; an object for each call would be sixteen times as much. */
    private static final long ALLOWED = 5_000;

    private Allocation() {}

    /** Fails if warmed-up calls of this work allocate. */
    public static void requireNone(Runnable work) {
        boolean counts = ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
                && bean.isThreadAllocatedMemorySupported();
        Require.assume(counts, "this JVM does not count what a thread allocates");
        var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        repeat(work, WARM_UP);
        long before = bean.getThreadAllocatedBytes(id);
        repeat(work, CALLS);
        long bytes = bean.getThreadAllocatedBytes(id) - before;
        Require.that(bytes < ALLOWED, () -> CALLS + " warmed-up calls allocate " + bytes + " bytes");
    }

    private static void repeat(Runnable work, int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }
}
