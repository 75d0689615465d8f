package org.layerwise.optimizers;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Alias;

/**
 * A learning rate that falls as one over the root of the time.
 *
 * <pre>{@code α(t) = initial_learning_rate / √(t + 1)}</pre>
 *
 * <p>Source: Zinkevich, "Online convex programming and generalized infinitesimal gradient ascent", 2003.
 *
 * @param initialLearningRate α at the beginning, above 0
 * @param per what is counted, {@code step} or {@code epoch}; default step
 */
public record InverseSqrt(@Alias({"learning_rate", "lr"}) double initialLearningRate, Per per)
        implements LearningRateSchedule {
    /** Counting steps. */
    public InverseSqrt(double initialLearningRate) {
        this(initialLearningRate, Per.STEP);
    }

    /** @throws org.layerwise.core.OptionException if initial_learning_rate is not above 0 */
    public InverseSqrt {
        requirePositive("initial_learning_rate", initialLearningRate);
    }

    @Override
    public double at(long time) {
        return initialLearningRate / Math.sqrt(time + 1.0);
    }
}
