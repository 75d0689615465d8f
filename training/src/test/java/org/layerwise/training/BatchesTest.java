package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.layerwise.network.Network;

class BatchesTest {
    private final Network network = Small.logistic(2);

    @Test
    void holdAFullBatchAsItIs() {
        Batches batches = new Batches(network, Small.points(10, 1), 10, Shuffling.none());
        assertThat(batches.wholePart()).isEmpty();
        batches.begin(0);
        assertThat(batches.wholePart()).isEmpty();
        batches.load(0, 0, 0);
        assertThat(batches.wholePart()).isPresent();
    }

    /** The memory goes to what is measured at the end. */
    @Test
    void giveUpTheirWorkspacesOnceReleased() throws InterruptedException {
        Batches batches = new Batches(network, Small.points(10, 1), 10, Shuffling.none());
        batches.begin(0);
        WeakReference<Object> loaded = new WeakReference<>(batches.load(0, 0, 0));
        batches.release();
        assertThat(batches.wholePart()).isEmpty();
        for (int i = 0; i < 50 && loaded.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(loaded.get()).isNull();
    }
}
