package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;
import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Alias;

/**
 * A learning rate that falls along a power of the time left, then stays.
 *
 * <pre>{@code
 * u    = min(t, decay_steps) / decay_steps
 * α(t) = (initial_learning_rate − end_learning_rate) (1 − u)^power + end_learning_rate
 * }</pre>
 *
 * <p>Source: Keras, {@code PolynomialDecay}, with its defaults.
 * <p>Differs from: PyTorch's {@code PolynomialLR}, which ends at 0.
 *
 * @param initialLearningRate α at the beginning, above 0
 * @param decaySteps steps or epochs of the fall, at least 1
 * @param endLearningRate α after it, at least 0; default 0.0001
 * @param power above 0; 1 is a straight line; default 1
 * @param per what is counted, {@code step} or {@code epoch}; default step
 */
public record Polynomial(
        @Alias({"learning_rate", "lr"}) double initialLearningRate,
        @Alias("total_steps") long decaySteps,
        double endLearningRate,
        double power,
        Per per)
        implements LearningRateSchedule {
    /** A straight line to 0.0001, counting steps. */
    public Polynomial(double initialLearningRate, long decaySteps) {
        this(initialLearningRate, decaySteps, 0.0001, 1, Per.STEP);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Polynomial {
        requirePositive("initial_learning_rate", initialLearningRate);
        require(decaySteps >= 1, "decay_steps", decaySteps, ">= 1");
        requireNonNegative("end_learning_rate", endLearningRate);
        requirePositive("power", power);
    }

    @Override
    public double at(long time) {
        double left = 1 - Math.min(time, decaySteps) / (double) decaySteps;
        return (initialLearningRate - endLearningRate) * curve(left) + endLearningRate;
    }

    private double curve(double left) {
        return left == 0 ? 0 : Powers.realPower(left, power);
    }
}
