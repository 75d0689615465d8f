package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;
import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Alias;

/**
 * A learning rate that falls along half a cosine wave, then stays.
 *
 * <pre>{@code
 * u    = min(t, decay_steps) / decay_steps
 * α(t) = minimum + (initial_learning_rate − minimum) (1 + cos πu) / 2
 * }</pre>
 *
 * <p>Source: Loshchilov, Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017.
 * <p>Differs from: Keras, whose {@code alpha} is the share of the initial rate that is left; PyTorch, whose rate rises
 * again after {@code T_max}.
 *
 * @param initialLearningRate α at the beginning, above 0
 * @param decaySteps steps or epochs of the fall, at least 1
 * @param minimum α after it, at least 0; default 0
 * @param per what is counted, {@code step} or {@code epoch}; default step
 */
public record Cosine(
        @Alias({"learning_rate", "lr"}) double initialLearningRate,
        @Alias({"t_max", "total_steps"}) long decaySteps,

        @Alias({"eta_min", "minimum_learning_rate", "end_learning_rate"})
        double minimum,

        Per per)
        implements LearningRateSchedule {
    /** Falls to 0, counting steps. */
    public Cosine(double initialLearningRate, long decaySteps) {
        this(initialLearningRate, decaySteps, 0, Per.STEP);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Cosine {
        requirePositive("initial_learning_rate", initialLearningRate);
        require(decaySteps >= 1, "decay_steps", decaySteps, ">= 1");
        requireNonNegative("minimum", minimum);
    }

    @Override
    public double at(long time) {
        return between(initialLearningRate, minimum, Math.min(time, decaySteps) / (double) decaySteps);
    }

    /** From start (u = 0) to end (u = 1) along half a cosine wave. */
    static double between(double start, double end, double u) {
        return end + (start - end) * (1 + Powers.cosineOfPi(u)) / 2;
    }
}
