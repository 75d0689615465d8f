package org.layerwise.training;

import java.util.Optional;
import org.layerwise.core.RandomSource;

/** The order in which an epoch takes its examples. A full batch is never shuffled. */
public interface Shuffling {
    /**
     * Brings examples into the order of an epoch.
     *
     * @param order holds 0 … m−1 in this order; to be permuted in place
     * @param epoch counted from 0
     */
    void shuffle(int[] order, long epoch);

    /** The stream whose state changes from epoch to epoch and belongs in a checkpoint, where there is one. */
    default Optional<RandomSource> stream() {
        return Optional.empty();
    }

    /** The examples in their order. */
    static Shuffling none() {
        return new InOrder();
    }

    /**
     * The same for examples that are streamed: blocks of neighbours are brought into an order, and then the examples of
     * some blocks at a time among each other, so that files are read in long pieces. Without shuffling it is none.
     */
    static Shuffling inBlocks(Shuffling shuffling) {
        return shuffling instanceof InOrder ? shuffling : new BlockShuffling(shuffling);
    }

    /** See {@link #none}. */
    record InOrder() implements Shuffling {
        @Override
        public void shuffle(int[] order, long epoch) {
            // They are in order.
        }
    }

    /**
     * The stream {@code shuffle/epoch-e} of this source for epoch e; where all streams are one, that one goes on.
     *
     * @param random where the streams come from
     */
    static Shuffling byEpoch(RandomSource random) {
        return new ByEpoch(random);
    }

    /**
     * A source that begins anew in every epoch, as the course does: from {@code seed + 1 + e} in epoch e.
     *
     * @param own a source that nobody else draws from
     */
    static Shuffling reseeded(RandomSource own, long seed) {
        return (order, epoch) -> {
            own.reseed(seed + 1 + epoch);
            own.shuffle(order);
        };
    }

    /**
     * One source that goes on from epoch to epoch.
     *
     * @param own a source that nobody else draws from
     */
    static Shuffling goingOn(RandomSource own) {
        return new GoingOn(own);
    }

    /** See {@link #byEpoch}. */
    record ByEpoch(RandomSource random) implements Shuffling {
        @Override
        public void shuffle(int[] order, long epoch) {
            random.stream("shuffle/epoch-" + epoch).shuffle(order);
        }

        @Override
        public Optional<RandomSource> stream() {
            return Optional.of(random);
        }
    }

    /** See {@link #goingOn}. */
    record GoingOn(RandomSource random) implements Shuffling {
        @Override
        public void shuffle(int[] order, long epoch) {
            random.shuffle(order);
        }

        @Override
        public Optional<RandomSource> stream() {
            return Optional.of(random);
        }
    }
}
