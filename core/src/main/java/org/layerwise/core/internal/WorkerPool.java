package org.layerwise.core.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A few daemon threads that share the fixed pieces of one task at a time with the thread that asks.
 *
 * <p>Which thread computes a piece is open, what a piece computes is not: results never depend on the number of
 * threads. When the pool is busy with another caller's task, the pieces are computed by the caller alone. Nothing is
 * allocated after the threads have started, which is at the first task of more than one piece.
 *
 * <p>{@code claims} holds the number of the task (32 bits), how many pieces it has and which is free next (16 bits each).
 * Whoever wins a piece by compare-and-set knows that the task can't end before it, so that {@code task} stays what it
 * is.
 */
public final class WorkerPool {
    /** What is cut into pieces. */
    public interface Task {
        /** Computes one piece; pieces may run at the same time and in any order. */
        void run(int piece);
    }

    private static final int SPINS = 2_000;
    private static final long PIECE_MASK = 0xFFFF;
    private static final long NUMBER_MASK = 0xFFFF_FFFFL;
    /** The most pieces of one task. */
    public static final int MAX_PIECES = 0x7FFF;

    private final int threads;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong claims = new AtomicLong();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile @Nullable Task task;
    private Worker[] workers = new Worker[0];

    /** @param threads how many threads compute, the caller included; the others start when they are needed */
    public WorkerPool(int threads) {
        this.threads = Math.max(1, threads);
    }

    private static final class Shared {
        static final WorkerPool POOL = configured();
    }

    /** The pool of this process: {@code -Dlayerwise.threads=N}, or one thread for each processor. */
    public static WorkerPool shared() {
        return Shared.POOL;
    }

    private static WorkerPool configured() {
        Integer wanted = Integer.getInteger("layerwise.threads");
        return new WorkerPool(wanted != null ? wanted : Runtime.getRuntime().availableProcessors());
    }

    /** How many threads compute, the caller included. */
    public int threads() {
        return threads;
    }

    /** Computes all pieces, 0 to {@code pieces − 1}, and returns when they are done. */
    public void run(Task work, int count) {
        if (threads == 1 || count == 1 || !busy.compareAndSet(false, true)) {
            for (int piece = 0; piece < count; piece++) {
                work.run(piece);
            }
            return;
        }
        try {
            share(work, count);
        } finally {
            task = null;
            busy.set(false);
        }
    }

    private void share(Task work, int count) {
        start();
        task = work;
        unfinished.set(count);
        long number = ((claims.get() >>> 32) + 1) & NUMBER_MASK;
        claims.set(number << 32 | (long) count << 16);
        for (Worker worker : workers) {
            worker.wake();
        }
        work(number);
        awaitOthers();
        rethrow(failure.getAndSet(null));
    }

    @SuppressWarnings("ThreadPriorityCheck") // the last pieces are about to end; parking would take longer
    private void awaitOthers() {
        for (int spins = 0; unfinished.get() > 0; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    private void start() {
        if (workers.length == 0) {
            workers = new Worker[threads - 1];
            for (int i = 0; i < workers.length; i++) {
                workers[i] = new Worker(i + 1);
                workers[i].start();
            }
        }
    }

    private void work(long number) {
        for (long claim = claims.get(); claim >>> 32 == number; claim = claims.get()) {
            int piece = (int) (claim & PIECE_MASK);
            if (piece >= (claim >>> 16 & PIECE_MASK)) {
                return;
            }
            if (claims.compareAndSet(claim, claim + 1)) {
                compute(piece);
            }
        }
    }

    @SuppressWarnings("NullAway") // a piece that is claimed keeps the task in place
    private void compute(int piece) {
        try {
            task.run(piece);
        } catch (Throwable e) { // handed to the caller
            failure.compareAndSet(null, e);
        } finally {
            unfinished.decrementAndGet();
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private final class Worker extends Thread {
        private volatile boolean parked;

        Worker(int number) {
            super("layerwise-worker-" + number);
            setDaemon(true);
        }

        void wake() {
            if (parked) {
                LockSupport.unpark(this);
            }
        }

        @Override
        public void run() {
            long seen = 0;
            for (; ; ) {
                seen = await(seen);
                work(seen);
            }
        }

        private long await(long seen) {
            int spins = 0;
            while (claims.get() >>> 32 == seen) {
                if (++spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    parked = true;
                    if (claims.get() >>> 32 == seen) {
                        LockSupport.park(this);
                    }
                    parked = false;
                }
            }
            return claims.get() >>> 32;
        }
    }
}
