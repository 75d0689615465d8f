package org.layerwise.training;

import java.util.Arrays;
import java.util.Optional;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

/**
 * Shuffles blocks of neighbouring examples, then the examples of some blocks at a time among each other, so that a file
 * is read in long pieces. The order of the examples follows from that of the blocks and the epoch alone.
 *
 * @param blocks brings the blocks into their order
 */
record BlockShuffling(Shuffling blocks) implements Shuffling {
    private static final int MOST_IN_BLOCK = 4096;
    private static final int LEAST_BLOCKS = 64;
    private static final int WINDOW = 16;

    @Override
    public void shuffle(int[] order, long epoch) {
        spread(blocks(order.length, epoch), order, epoch);
    }

    /** The order of an epoch's blocks, from which that of its examples follows. */
    int[] blocks(int examples, long epoch) {
        int[] blockOrder = new int[blocks(examples)];
        Arrays.setAll(blockOrder, b -> b);
        blocks.shuffle(blockOrder, epoch);
        return blockOrder;
    }

    /** How many blocks there are. */
    static int blocks(int examples) {
        int size = size(examples);
        return (examples + size - 1) / size;
    }

    private static int size(int examples) {
        return Math.max(1, Math.min(MOST_IN_BLOCK, examples / LEAST_BLOCKS));
    }

    /** The order of an epoch's examples from that of its blocks. */
    static void spread(int[] blockOrder, int[] order, long epoch) {
        int size = size(order.length);
        RandomSource random =
                new Splittable().seeded(31L * Arrays.hashCode(blockOrder) + epoch).stream("shuffle/blocks");
        int at = 0;
        for (int first = 0; first < blockOrder.length; first += WINDOW) {
            int start = at;
            for (int b = first; b < Math.min(first + WINDOW, blockOrder.length); b++) {
                int from = blockOrder[b] * size;
                for (int i = from; i < Math.min(from + size, order.length); i++) {
                    order[at++] = i;
                }
            }
            shuffle(order, start, at, random);
        }
    }

    private static void shuffle(int[] order, int from, int to, RandomSource random) {
        for (int i = to - 1; i > from; i--) {
            int j = from + random.nextInt(i - from + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    @Override
    public Optional<RandomSource> stream() {
        return blocks.stream();
    }
}
