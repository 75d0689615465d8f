package org.layerwise.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns a signal that ends the process (Ctrl-C, {@code kill}) into a request to stop, and holds the end of the process
 * up until the command has finished with what it does, for four seconds at most.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 4;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "layerwise-interruption");
    private volatile boolean requested;

    private Interruption() {}

    /** Watches for signals from now on. */
    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the command should stop. */
    boolean requested() {
        return requested;
    }

    /** Says that the command has finished. */
    @Override
    public void close() {
        finished.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The signal came in between: the hook runs, and has nothing left to wait for.
                requested = true;
            }
        }
    }

    private void await() {
        requested = true;
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
