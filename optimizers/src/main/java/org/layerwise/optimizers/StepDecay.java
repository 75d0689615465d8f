package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Alias;

/**
 * A learning rate that drops by a factor at even distances.
 *
 * <pre>{@code α(t) = initial_learning_rate · gamma^⌊t / step_size⌋}</pre>
 *
 * <p>Source: PyTorch, {@code StepLR}, whose gamma this is.
 *
 * @param initialLearningRate α at the beginning, above 0
 * @param stepSize steps or epochs between drops, at least 1
 * @param gamma factor of each drop, in (0, 1]; default 0.1
 * @param per what is counted, {@code step} or {@code epoch}; default step
 */
public record StepDecay(
        @Alias({"learning_rate", "lr"}) double initialLearningRate,
        @Alias("decay_steps") long stepSize,
        double gamma,
        Per per)
        implements LearningRateSchedule {
    /** Drops to a tenth each time, counting steps. */
    public StepDecay(double initialLearningRate, long stepSize) {
        this(initialLearningRate, stepSize, 0.1, Per.STEP);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public StepDecay {
        requirePositive("initial_learning_rate", initialLearningRate);
        require(stepSize >= 1, "step_size", stepSize, ">= 1");
        require(gamma > 0 && gamma <= 1, "gamma", gamma, "in (0, 1]");
    }

    @Override
    public double at(long time) {
        return initialLearningRate * Powers.power(gamma, time / stepSize);
    }
}
