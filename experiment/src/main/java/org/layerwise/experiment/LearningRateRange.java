package org.layerwise.experiment;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

/**
 * The learning rates that a range test goes through: {@code α(t) = from · (to / from)^(t / (steps − 1))}.
 *
 * @param from the first rate, above 0; default 1e-7
 * @param to the last rate, above the first; default 10
 * @param steps updates, at least 10; default 100
 */
public record LearningRateRange(double from, double to, int steps) {
    /** From 1e-7 to 10 in 100 steps. */
    public LearningRateRange() {
        this(1e-7, 10, 100);
    }

    /** @throws org.layerwise.core.OptionException if a number is out of range */
    public LearningRateRange {
        requirePositive("from", from);
        require(to > from && Double.isFinite(to), "to", to, "> " + from + ", the first rate");
        require(steps >= 10, "steps", steps, ">= 10");
    }

    /** The rate of a step, from 0. */
    public double at(long step) {
        return from * Math.pow(to / from, Math.min(1, step / (steps - 1.0)));
    }
}
