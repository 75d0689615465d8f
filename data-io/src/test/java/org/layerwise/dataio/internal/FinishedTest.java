package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FinishedTest {
    @Test
    void whatTheWorkGivesIsGiven() {
        int sum = Finished.work(() -> IntStream.range(0, 1000).parallel().sum());
        assertThat(sum).isEqualTo(499_500);
    }

    /** The part that fails waits for another one to begin, which then takes its time. */
    @Test
    void noPartRunsAnyMoreWhenTheWorkHasFailed() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch other = new CountDownLatch(1);
        assertThatThrownBy(() -> Finished.work(() -> {
                    IntStream.range(0, 2).parallel().forEach(i -> {
                        if (begun.getAndIncrement() == 0) {
                            await(other);
                            throw new IllegalStateException("a part");
                        }
                        other.countDown();
                        takeTime();
                        ended.incrementAndGet();
                    });
                    return 0;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a part");
        assertThat(begun).hasValue(2);
        assertThat(ended).hasValue(1);
    }

    @Test
    void anErrorIsThrownAsItIs() {
        StackOverflowError error = new StackOverflowError();
        assertThatThrownBy(() -> Finished.work(() -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void theThreadsFindTheServicesOfTheCaller() {
        ClassLoader callers = new ClassLoader(FinishedTest.class.getClassLoader()) {};
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(callers);
        try {
            ClassLoader seen = Finished.work(() -> Thread.currentThread().getContextClassLoader());
            assertThat(seen).isSameAs(callers);
        } finally {
            current.setContextClassLoader(before);
        }
    }

    @Test
    void anInterruptedCallerWaitsAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(Finished.work(() -> 7)).isEqualTo(7);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Also when it is interrupted. */
    private static void takeTime() {
        long end = System.nanoTime() + 200_000_000L;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
