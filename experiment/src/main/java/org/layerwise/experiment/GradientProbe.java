package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

/**
 * Where the gradients of an experiment are looked at: at several initial weights, and some training steps away from
 * each, since what is wrong may not show where biases are still zero.
 *
 * @param initializations how many initial weights, at least 1; the first are those of the experiment's seed, the next
 *     those of the seeds that follow it; default 3
 * @param steps updates between the two checks of one initialization, at least 0; 0 leaves the second check out;
 *     default 10
 * @param limit how many parameters at most in one check, taken evenly from each matrix, at least 1; default 1000
 */
public record GradientProbe(int initializations, int steps, int limit) {
    /** As the command line does it. */
    public GradientProbe() {
        this(3, 10, 1000);
    }

    /** @throws org.layerwise.core.OptionException if a number is out of range */
    public GradientProbe {
        require(initializations >= 1, "initializations", initializations, ">= 1");
        require(steps >= 0, "steps", steps, ">= 0");
        require(limit >= 1, "limit", limit, ">= 1");
    }
}
