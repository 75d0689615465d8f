package org.layerwise.experiment;

import org.layerwise.gradcheck.GradientReport;

/**
 * The gradients at one point of the way.
 *
 * @param seed what the initial weights were drawn from
 * @param steps updates done before the check
 * @param report what the check found
 */
public record ProbedGradient(long seed, long steps, GradientReport report) {
    /** {@code seed 1, initial weights} or {@code seed 1, after 10 steps}. */
    public String place() {
        String when = steps == 0 ? "initial weights" : "after " + steps + (steps == 1 ? " step" : " steps");
        return "seed " + seed + ", " + when;
    }
}
