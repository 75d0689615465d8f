package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.Splittable;

class BlockShufflingTest {
    /** Blocks of 15 examples, sixteen of them at a time. */
    private static final int COUNT = 1000;

    private static final int BLOCK = 15;
    private static final int WINDOW = 16 * BLOCK;

    private static int[] order(Shuffling shuffling, int count, long epoch) {
        int[] order = IntStream.range(0, count).toArray();
        Shuffling.inBlocks(shuffling).shuffle(order, epoch);
        return order;
    }

    private static Shuffling byEpoch() {
        return Shuffling.byEpoch(new Splittable().seeded(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 1000, 1024, 300_000})
    void takesEveryExampleOnce(int count) {
        int[] order = order(byEpoch(), count, 0);
        Arrays.sort(order);
        assertThat(order).isEqualTo(IntStream.range(0, count).toArray());
    }

    @Test
    void examplesOfAWindowComeFromSixteenBlocksOfNeighbours() {
        int[] order = order(byEpoch(), COUNT, 0);
        long blocks =
                Arrays.stream(order, 0, WINDOW).map(i -> i / BLOCK).distinct().count();
        assertThat(blocks).isBetween(16L, 17L);
    }

    @Test
    void theBlocksComeInAnotherOrderThanTheirOwn() {
        int[] order = order(byEpoch(), COUNT, 0);
        assertThat(Arrays.stream(order, 0, WINDOW).max().orElseThrow()).isGreaterThan(2 * WINDOW);
    }

    /** Even where the blocks stay in their order. */
    @Test
    void theExamplesOfAWindowAreShuffled() {
        int[] order = order((blocks, epoch) -> {}, COUNT, 0);
        int[] window = Arrays.copyOf(order, WINDOW);
        int[] sorted = window.clone();
        Arrays.sort(sorted);
        assertThat(sorted).isEqualTo(IntStream.range(0, WINDOW).toArray());
        long descents = IntStream.range(1, WINDOW)
                .filter(i -> window[i] < window[i - 1])
                .count();
        assertThat(descents).isBetween(80L, 160L);
    }

    /** Also where the order of the blocks is the same. */
    @Test
    void everyEpochHasItsOwnOrder() {
        Shuffling still = (blocks, epoch) -> {};
        assertThat(order(still, COUNT, 0)).isNotEqualTo(order(still, COUNT, 1));
        assertThat(order(byEpoch(), COUNT, 1)).isNotEqualTo(order(byEpoch(), COUNT, 2));
        assertThat(order(byEpoch(), COUNT, 1)).isEqualTo(order(byEpoch(), COUNT, 1));
    }

    @Test
    void withoutShufflingTheOrderOfTheFileStays() {
        assertThat(order(Shuffling.none(), COUNT, 0))
                .isEqualTo(IntStream.range(0, COUNT).toArray());
    }
}
