package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

import java.util.OptionalInt;

/**
 * The examples of one update: a number, or {@code full} for all.
 *
 * @param examples at least 1; empty for all
 */
public record BatchSize(OptionalInt examples) {
    /** All examples at once. */
    public static final BatchSize FULL = new BatchSize(OptionalInt.empty());

    /** @throws org.layerwise.core.OptionException if it is below 1 */
    public BatchSize {
        require(examples.orElse(1) >= 1, "batch_size", examples.orElse(1), ">= 1 or full");
    }

    /** So many. */
    public static BatchSize of(int examples) {
        return new BatchSize(OptionalInt.of(examples));
    }

    /** How many that is of so many. */
    public int outOf(long all) {
        return (int) Math.min(all, examples.orElse(Integer.MAX_VALUE));
    }

    /** Whether all examples make one batch, however many there are. */
    public boolean isFull() {
        return examples.isEmpty();
    }
}
