package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

import java.util.List;
import org.layerwise.core.Alias;

/**
 * A learning rate that drops by a factor at given times.
 *
 * <pre>{@code α(t) = initial_learning_rate · gamma^k,  k = the number of milestones ≤ t}</pre>
 *
 * <p>Source: PyTorch, {@code MultiStepLR}, whose gamma this is.
 *
 * @param initialLearningRate α at the beginning, above 0
 * @param milestones steps or epochs of the drops, ascending, at least 0
 * @param gamma factor of each drop, in (0, 1]; default 0.1
 * @param per what is counted, {@code step} or {@code epoch}; default step
 */
public record MultiStep(
        @Alias({"learning_rate", "lr"}) double initialLearningRate, List<Long> milestones, double gamma, Per per)
        implements LearningRateSchedule {
    /** Drops to a tenth each time, counting steps. */
    public MultiStep(double initialLearningRate, List<Long> milestones) {
        this(initialLearningRate, milestones, 0.1, Per.STEP);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public MultiStep {
        requirePositive("initial_learning_rate", initialLearningRate);
        milestones = List.copyOf(milestones);
        require(Times.ascend(milestones), "milestones", milestones, "ascending and >= 0");
        require(gamma > 0 && gamma <= 1, "gamma", gamma, "in (0, 1]");
    }

    @Override
    public double at(long time) {
        return initialLearningRate * Powers.power(gamma, (long) Times.upTo(milestones, time));
    }
}
