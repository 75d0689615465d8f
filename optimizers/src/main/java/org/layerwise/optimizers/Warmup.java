package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;

import java.util.Optional;
import org.layerwise.core.Alias;

/**
 * Raises the learning rate from near 0, then hands over to another schedule.
 *
 * <pre>{@code
 * α(t) = schedule(0) · (t + 1) / warmup_steps  where t < warmup_steps
 * α(t) = schedule(t − warmup_steps)            after that
 * }</pre>
 *
 * <p>Counts what the other schedule counts, steps or epochs.
 * <p>Source: Goyal and others, "Accurate, large minibatch SGD", 2017.
 * <p>Differs from: Keras, whose {@code warmup_target} begins at 0 and loses the first step.
 *
 * @param schedule what follows; a number is a constant rate
 * @param warmupSteps steps or epochs of the rise, at least 1
 */
public record Warmup(
        @Alias({"learning_rate", "lr", "then"}) LearningRateSchedule schedule,
        @Alias("steps") long warmupSteps) implements LearningRateSchedule {
    /** @throws org.layerwise.core.OptionException if warmup_steps is below 1 */
    public Warmup {
        require(warmupSteps >= 1, "warmup_steps", warmupSteps, ">= 1");
    }

    @Override
    public double at(long time) {
        return time < warmupSteps ? schedule.at(0) * (time + 1) / warmupSteps : schedule.at(time - warmupSteps);
    }

    @Override
    public Per per() {
        return schedule.per();
    }

    @Override
    public Optional<RateFeedback> feedback() {
        return schedule.feedback();
    }
}
