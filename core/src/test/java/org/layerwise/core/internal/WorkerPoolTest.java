package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    @Test
    void computesEachPieceOnce() {
        WorkerPool pool = new WorkerPool(3);
        for (int round = 0; round < 2_000; round++) {
            int pieces = 1 + round % 17;
            AtomicIntegerArray runs = new AtomicIntegerArray(pieces);
            pool.run(runs::incrementAndGet, pieces);
            for (int i = 0; i < pieces; i++) {
                assertThat(runs.get(i)).isOne();
            }
        }
    }

    @Test
    void usesItsThreads() {
        WorkerPool pool = new WorkerPool(2);
        Set<String> names = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);
        pool.run(
                piece -> {
                    names.add(Thread.currentThread().getName());
                    both.countDown();
                    await(both);
                },
                2);
        assertThat(names).hasSize(2).contains("layerwise-worker-1");
    }

    @Test
    void aBusyPoolLetsTheCallerComputeAlone() {
        WorkerPool pool = new WorkerPool(2);
        AtomicInteger inner = new AtomicInteger();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        pool.run(
                outer -> pool.run(
                        piece -> {
                            inner.incrementAndGet();
                            threads.add(Thread.currentThread());
                        },
                        5),
                4);
        assertThat(inner).hasValue(20);
        assertThat(threads).hasSizeBetween(1, 2);
    }

    @Test
    void manyCallersAtOnceAllGetTheirPieces() throws InterruptedException {
        WorkerPool pool = new WorkerPool(2);
        AtomicInteger done = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread caller = new Thread(() -> {
                for (int round = 0; round < 500; round++) {
                    pool.run(piece -> done.incrementAndGet(), 7);
                }
            });
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(done).hasValue(4 * 500 * 7);
    }

    @Test
    void handsAFailureToTheCallerAndGoesOn() {
        WorkerPool pool = new WorkerPool(2);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> pool.run(
                        piece -> {
                            if (piece == 3) {
                                throw new IllegalStateException("piece 3");
                            }
                        },
                        6))
                .withMessage("piece 3");
        AtomicInteger runs = new AtomicInteger();
        pool.run(piece -> runs.incrementAndGet(), 6);
        assertThat(runs).hasValue(6);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
