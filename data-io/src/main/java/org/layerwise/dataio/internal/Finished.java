package org.layerwise.dataio.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work with parallel streams that is over when it returns, also when it fails.
 *
 * <p>A parallel stream that fails in one part throws at once, while its other parts still run. Where they read a mapped
 * file that the caller by then has given up, and that somebody cuts short, the fault reaches whatever these threads do
 * next, be it a sound file's turn. So the work gets threads of its own, and they are waited for.
 */
final class Finished {
    private Finished() {}

    /** What the work gives, or what it throws, once none of its parts runs any more. */
    static <T> T work(Supplier<T> work) {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        ForkJoinPool pool =
                new ForkJoinPool(ForkJoinPool.getCommonPoolParallelism() + 1, p -> thread(p, classes), null, false);
        try {
            return CompletableFuture.supplyAsync(work, pool).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    /** Services, such as the filters of HDF5, are looked up by the class loader of the thread that asks first. */
    private static ForkJoinWorkerThread thread(ForkJoinPool pool, ClassLoader classes) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setContextClassLoader(classes);
        return thread;
    }

    private static void awaitEnd(ForkJoinPool pool) {
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
