package org.layerwise.training;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps other threads from the state of a run, except while the training thread is busy with something long that leaves
 * the state alone: computing gradients, measuring.
 */
final class StateGate {
    private final ReentrantLock lock = new ReentrantLock();
    private boolean shutDown;

    /** Says to the training thread that another thread has ended the run. */
    static final class ShutDown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The training thread has the state to itself. */
    void close() {
        lock.lock();
        if (shutDown) {
            lock.unlock();
            throw new ShutDown();
        }
    }

    /** Whoever waits may have the state; does nothing where it was not closed. */
    void open() {
        if (lock.isHeldByCurrentThread()) {
            lock.unlock();
        }
    }

    /** Does something long that leaves the state alone. */
    <T> T apart(Supplier<T> work) {
        open();
        try {
            return work.get();
        } finally {
            close();
        }
    }

    /**
     * Has the state saved by this thread and the run ended.
     *
     * @return false where the state could not be had in time, or was ended before
     */
    boolean shutDown(Duration patience, Runnable save) {
        try {
            if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            boolean first = !shutDown;
            if (first) {
                shutDown = true;
                save.run();
            }
            return first;
        } finally {
            lock.unlock();
        }
    }
}
