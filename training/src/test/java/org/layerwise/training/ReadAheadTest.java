package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;

class ReadAheadTest {
    private static final int COUNT = 23;
    private static final int SIZE = 5;

    private final Queue<List<Integer>> read = new ConcurrentLinkedQueue<>();

    /** X holds the indices of the examples. */
    private ReadAhead.Batch batch(int[] examples) {
        read.add(Arrays.stream(examples).boxed().toList());
        DenseMatrix x = new DenseMatrix(1, examples.length);
        Arrays.setAll(x.values(), i -> examples[i]);
        return new ReadAhead.Batch(x, x);
    }

    private static List<Integer> taken(ReadAhead ahead, int from, int size) {
        return Arrays.stream(
                        ahead.take(i -> COUNT - 1 - i, COUNT, from, size).x().values())
                .mapToObj(value -> (int) value)
                .toList();
    }

    private static List<Integer> wanted(int from, int to) {
        List<Integer> wanted = new ArrayList<>();
        for (int i = from; i < to; i++) {
            wanted.add(COUNT - 1 - i);
        }
        return wanted;
    }

    @Test
    void givesAllBatchesUpToTheShortLastOneAndReadsEachOnce() {
        ReadAhead ahead = new ReadAhead(this::batch);
        List<List<Integer>> all = new ArrayList<>();
        for (int from = 0; from < COUNT; from += SIZE) {
            int to = Math.min(COUNT, from + SIZE);
            all.add(wanted(from, to));
            assertThat(taken(ahead, from, to - from)).isEqualTo(wanted(from, to));
        }
        assertThat(read).containsExactlyElementsOf(all);
    }

    @Test
    void readsThreeBatchesAheadAndNotMore() throws InterruptedException {
        CountDownLatch four = new CountDownLatch(4);
        ReadAhead ahead = new ReadAhead(examples -> {
            ReadAhead.Batch batch = batch(examples);
            four.countDown();
            return batch;
        });
        assertThat(taken(ahead, 0, SIZE)).isEqualTo(wanted(0, SIZE));
        assertThat(four.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(read).hasSize(4);
    }

    @Test
    void whatWasReadAheadInVainIsNotGiven() {
        ReadAhead ahead = new ReadAhead(this::batch);
        assertThat(taken(ahead, 0, SIZE)).isEqualTo(wanted(0, SIZE));
        assertThat(taken(ahead, 2 * SIZE, SIZE)).isEqualTo(wanted(2 * SIZE, 3 * SIZE));
        assertThat(taken(ahead, 3 * SIZE, 2)).isEqualTo(wanted(3 * SIZE, 3 * SIZE + 2));
        assertThat(taken(ahead, 0, 7)).isEqualTo(wanted(0, 7));
    }

    @Test
    void aFailureOfTheReaderComesWithItsBatchAndThoseAfterItStillCome() {
        IllegalStateException failure = new IllegalStateException("row 7 can't be read");
        ReadAhead ahead = new ReadAhead(examples -> {
            if (examples[0] == COUNT - 1 - SIZE) {
                throw failure;
            }
            return batch(examples);
        });
        assertThat(taken(ahead, 0, SIZE)).isEqualTo(wanted(0, SIZE));
        assertThatThrownBy(() -> taken(ahead, SIZE, SIZE)).isSameAs(failure);
        assertThat(taken(ahead, 2 * SIZE, SIZE)).isEqualTo(wanted(2 * SIZE, 3 * SIZE));
    }

    @Test
    void anErrorOfTheReaderStaysAnError() {
        OutOfMemoryError error = new OutOfMemoryError("for the test");
        ReadAhead ahead = new ReadAhead(examples -> {
            throw error;
        });
        assertThatThrownBy(() -> taken(ahead, 0, SIZE)).isSameAs(error);
    }

    @Test
    void anInterruptionWaitsForTheBatchAndIsNotForgotten() {
        ReadAhead ahead = new ReadAhead(this::batch);
        Thread.currentThread().interrupt();
        assertThat(taken(ahead, 0, SIZE)).isEqualTo(wanted(0, SIZE));
        assertThat(Thread.interrupted()).isTrue();
    }
}
