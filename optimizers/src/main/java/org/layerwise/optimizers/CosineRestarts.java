package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;
import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Alias;

/**
 * A learning rate that falls along half a cosine wave again and again.
 *
 * <pre>{@code
 * the k-th fall (k = 0, 1, …) takes T_k = first_decay_steps · t_mul^k and begins at α_k = initial_learning_rate · m_mul^k
 * α(t) = minimum + (α_k − minimum) (1 + cos πu) / 2,  u = the share of the k-th fall that is over
 * }</pre>
 *
 * <p>Source: Loshchilov, Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017.
 * <p>Differs from: Keras, whose t_mul is 2 by default and whose minimum is a share; the defaults are PyTorch's.
 *
 * @param initialLearningRate α at the beginning, above 0
 * @param firstDecaySteps steps or epochs of the first fall, at least 1
 * @param tMul how much longer each fall is than the one before, at least 1; default 1
 * @param mMul how much of the height each fall has of the one before, in (0, 1]; default 1
 * @param minimum the lowest α, at least 0; default 0
 * @param per what is counted, {@code step} or {@code epoch}; default step
 */
public record CosineRestarts(
        @Alias({"learning_rate", "lr"}) double initialLearningRate,
        @Alias("t_0") long firstDecaySteps,
        @Alias("t_mult") double tMul,
        double mMul,
        @Alias({"eta_min", "minimum_learning_rate"}) double minimum,
        Per per)
        implements LearningRateSchedule {
    /** Falls of equal length to 0, counting steps. */
    public CosineRestarts(double initialLearningRate, long firstDecaySteps) {
        this(initialLearningRate, firstDecaySteps, 1, 1, 0, Per.STEP);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public CosineRestarts {
        requirePositive("initial_learning_rate", initialLearningRate);
        require(firstDecaySteps >= 1, "first_decay_steps", firstDecaySteps, ">= 1");
        require(tMul >= 1 && Double.isFinite(tMul), "t_mul", tMul, ">= 1");
        require(mMul > 0 && mMul <= 1, "m_mul", mMul, "in (0, 1]");
        requireNonNegative("minimum", minimum);
    }

    @Override
    public double at(long time) {
        double length = firstDecaySteps;
        double into = time;
        double height = initialLearningRate;
        if (tMul == 1) {
            height *= Powers.power(mMul, time / firstDecaySteps);
            into = time % firstDecaySteps;
        }
        while (into >= length) {
            into -= length;
            length *= tMul;
            height *= mMul;
        }
        return Cosine.between(height, minimum, into / length);
    }
}
