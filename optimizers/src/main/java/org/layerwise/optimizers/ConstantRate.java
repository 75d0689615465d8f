package org.layerwise.optimizers;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Alias;

/**
 * One learning rate for the whole run. A plain number in an experiment file means this.
 *
 * <pre>{@code α(t) = learning_rate}</pre>
 *
 * @param learningRate α, above 0
 */
public record ConstantRate(@Alias({"lr", "rate"}) double learningRate) implements LearningRateSchedule {
    /** @throws org.layerwise.core.OptionException if learning_rate is not above 0 */
    public ConstantRate {
        requirePositive("learning_rate", learningRate);
    }

    @Override
    public double at(long time) {
        return learningRate;
    }
}
