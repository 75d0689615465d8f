package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;
import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Alias;

/**
 * A learning rate that falls as one over the time.
 *
 * <pre>{@code
 * u    = max(0, t − delay) / decay_steps,  rounded down where staircase
 * α(t) = initial_learning_rate / (1 + decay_rate · u)
 * }</pre>
 *
 * <p>The course computes the new rate after epoch e and uses it from epoch e + 1 on: that is {@code per: epoch, delay:
 * 1}, and its scheduled decay is {@code decay_steps: 1000, staircase: true} besides.
 * <p>Source: Keras's {@code InverseTimeDecay}, whose option names these are; it has no delay and counts steps.
 *
 * @param initialLearningRate α at the beginning, above 0
 * @param decayRate how fast it falls, at least 0
 * @param decaySteps steps or epochs for one unit of time, above 0; default 1
 * @param staircase whether the rate falls in jumps; default false
 * @param per what is counted, {@code step} or {@code epoch}; default step
 * @param delay steps or epochs before the fall begins, at least 0; default 0
 */
public record InverseTime(
        @Alias({"learning_rate", "lr"}) double initialLearningRate,
        double decayRate,
        double decaySteps,
        boolean staircase,
        Per per,
        long delay)
        implements LearningRateSchedule {
    /** Falls from the first step on. */
    public InverseTime(double initialLearningRate, double decayRate) {
        this(initialLearningRate, decayRate, 1, false, Per.STEP, 0);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public InverseTime {
        requirePositive("initial_learning_rate", initialLearningRate);
        requireNonNegative("decay_rate", decayRate);
        requirePositive("decay_steps", decaySteps);
        require(delay >= 0, "delay", delay, ">= 0");
    }

    @Override
    public double at(long time) {
        double units = Math.max(0, time - delay) / decaySteps;
        return initialLearningRate / (1 + decayRate * (staircase ? Math.floor(units) : units));
    }
}
