package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Alias;

/**
 * A learning rate that falls by the same factor over equal times.
 *
 * <pre>{@code α(t) = initial_learning_rate · decay_rate^(t / decay_steps),  the exponent rounded down where staircase}</pre>
 *
 * <p>Source: Keras, {@code ExponentialDecay}; PyTorch's {@code ExponentialLR} with its gamma is the case of one step.
 *
 * @param initialLearningRate α at the beginning, above 0
 * @param decayRate factor over decay_steps, in (0, 1]
 * @param decaySteps steps or epochs, above 0; default 1
 * @param staircase whether the rate falls in jumps; default false
 * @param per what is counted, {@code step} or {@code epoch}; default step
 */
public record ExponentialDecay(
        @Alias({"learning_rate", "lr"}) double initialLearningRate,
        @Alias("gamma") double decayRate,
        double decaySteps,
        boolean staircase,
        Per per)
        implements LearningRateSchedule {
    /** Falls by this factor at every step. */
    public ExponentialDecay(double initialLearningRate, double decayRate) {
        this(initialLearningRate, decayRate, 1, false, Per.STEP);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public ExponentialDecay {
        requirePositive("initial_learning_rate", initialLearningRate);
        require(decayRate > 0 && decayRate <= 1, "decay_rate", decayRate, "in (0, 1]");
        requirePositive("decay_steps", decaySteps);
    }

    @Override
    public double at(long time) {
        double units = time / decaySteps;
        return initialLearningRate * Powers.realPower(decayRate, staircase ? Math.floor(units) : units);
    }
}
