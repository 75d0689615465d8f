package org.layerwise.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns a signal that ends the process (Ctrl-C, {@code kill}) into a request to stop, and holds the end of the process
 * up until the command has finished with what it does. Where that takes too long, a last resort is called; the process
 * ends within five seconds whatever happens.
 */
final class Interruption implements AutoCloseable {
    private static final Duration FOR_A_STEP = Duration.ofMillis(1200);
    private static final Duration FOR_A_CHECKPOINT = Duration.ofSeconds(2);
    private static final Duration FOR_ALL = Duration.ofMillis(4300);

    private final LastResort lastResort;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "layerwise-interruption");
    private volatile boolean requested;

    /** What is done where a command does not stop by itself in time. */
    interface LastResort {
        /** Saves what can be saved, and says whether that was possible; may wait so long. */
        boolean save(Duration wait);
    }

    private Interruption(LastResort lastResort) {
        this.lastResort = lastResort;
    }

    /** Watches for signals from now on. */
    static Interruption watch(LastResort lastResort) {
        Interruption interruption = new Interruption(lastResort);
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

    /** Saving happens on a thread of its own: a slow disk must not hold the process up. */
    private void end() {
        requested = true;
        Thread saving = new Thread(this::saveUnlessFinished, "layerwise-last-resort");
        saving.setDaemon(true);
        saving.start();
        try {
            saving.join(FOR_ALL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void saveUnlessFinished() {
        try {
            if (!finished.await(FOR_A_STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!lastResort.save(FOR_A_CHECKPOINT)) {
                    finished.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
