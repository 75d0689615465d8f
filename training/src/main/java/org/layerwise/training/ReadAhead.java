package org.layerwise.training;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.layerwise.core.DenseMatrix;

/**
 * Reads, on a thread of its own, the batches that will be wanted after the one that is wanted now. What is given never
 * depends on how far ahead was read: a batch is known by its examples.
 */
final class ReadAhead {
    private static final int DEPTH = 3;

    private final Function<int[], Batch> reader;
    private final Deque<Pending> ahead = new ArrayDeque<>();
    private final ExecutorService thread;

    /** X and Y of some examples. */
    record Batch(DenseMatrix x, DenseMatrix y) {}

    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared as a record
    private record Pending(int[] examples, Future<Batch> batch) {}

    /** @param reader reads the examples of these indices */
    ReadAhead(Function<int[], Batch> reader) {
        this.reader = reader;
        this.thread = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, "layerwise-read-ahead");
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * The batch of the examples {@code order(from) … order(from+size−1)}; those after it are begun.
     *
     * @param count the examples that there are in this order
     */
    Batch take(IntUnaryOperator order, int count, int from, int size) {
        int[] wanted = some(order, from, from + size);
        Pending first = ahead.poll();
        if (first == null || !Arrays.equals(first.examples, wanted)) {
            drop(first);
            first = begin(wanted);
        }
        int next = from + size * (1 + ahead.size());
        while (ahead.size() < DEPTH && next < count) {
            int end = Math.min(count, next + size);
            ahead.add(begin(some(order, next, end)));
            next = end;
        }
        return result(first.batch);
    }

    private static int[] some(IntUnaryOperator order, int from, int to) {
        int[] examples = new int[to - from];
        Arrays.setAll(examples, i -> order.applyAsInt(from + i));
        return examples;
    }

    private void drop(@Nullable Pending first) {
        if (first != null) {
            first.batch.cancel(false);
        }
        ahead.forEach(pending -> pending.batch.cancel(false));
        ahead.clear();
    }

    private Pending begin(int[] examples) {
        return new Pending(examples, thread.submit(() -> reader.apply(examples)));
    }

    private static Batch result(Future<Batch> batch) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return batch.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw rethrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
