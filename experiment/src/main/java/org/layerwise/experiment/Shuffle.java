package org.layerwise.experiment;

import java.util.Optional;

/**
 * The order of the examples in each epoch: {@code true}, {@code false} or {@code {seed: 10, reseed: each_epoch}}.
 *
 * @param order whether they are shuffled
 * @param seed of the permutations; default the experiment's
 * @param reseed {@code each_epoch} draws the permutation of epoch e from seed + 1 + e, {@code never} draws one after the
 *     other from one stream; default each_epoch
 */
public record Shuffle(Order order, Optional<Long> seed, Reseed reseed) {
    /** Shuffled, by the experiment's seed. */
    public Shuffle() {
        this(Order.SHUFFLED, Optional.empty(), Reseed.EACH_EPOCH);
    }

    /** In the order of the data. */
    public static Shuffle off() {
        return new Shuffle(Order.AS_READ, Optional.empty(), Reseed.EACH_EPOCH);
    }

    /** The order of examples. */
    public enum Order {
        /** A new permutation each epoch. */
        SHUFFLED,
        /** As the data are. */
        AS_READ
    }

    /** When the generator begins anew. */
    public enum Reseed {
        /** At every epoch. */
        EACH_EPOCH,
        /** It goes on. */
        NEVER
    }
}
