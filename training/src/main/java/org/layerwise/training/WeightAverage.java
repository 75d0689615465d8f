package org.layerwise.training;

import static org.layerwise.core.Options.require;

import org.layerwise.core.Alias;

/**
 * An average of the parameters over the updates: costs and metrics are measured with it, and the model that is saved
 * holds it. Training itself goes on with the parameters as they are.
 *
 * <pre>{@code
 * exponential: W̄ = decay · W̄ + (1 − decay) W        after each update; W̄ = W after the first
 * equal:       W̄ = mean of W over the updates so far
 * }</pre>
 *
 * <p>Running statistics of normalization are not averaged; parameters that training leaves alone are what they are.
 * <p>Source: Polyak, Juditsky, "Acceleration of stochastic approximation by averaging", 1992; Izmailov and others,
 * "Averaging weights leads to wider optima and better generalization", 2018; PyTorch, {@code AveragedModel}.
 * <p>Differs from: Keras, {@code use_ema}, which begins with the initial weights and has a default of 0.99.
 *
 * @param type {@code exponential} or {@code equal}; default exponential
 * @param decay the share of the average that an update keeps, in [0, 1); default 0.999
 * @param startEpoch the first epoch whose updates count, from 0; until then the parameters are used as they are;
 *     default 0
 * @param warmUp whether the n-th update keeps {@code min(decay, (1 + n) / (10 + n))}, n from 0, so that the first
 *     weights are soon forgotten; default false
 */
public record WeightAverage(
        Type type,
        @Alias("momentum") double decay,
        @Alias("start_from") int startEpoch,
        boolean warmUp) {
    /** The exponential average with a decay of 0.999. */
    public WeightAverage() {
        this(0.999);
    }

    /** The exponential average with this decay. */
    public WeightAverage(double decay) {
        this(Type.EXPONENTIAL, decay, 0, false);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public WeightAverage {
        require(decay >= 0 && decay < 1, "decay", decay, "in [0, 1)");
        require(startEpoch >= 0, "start_epoch", startEpoch, ">= 0");
    }

    /** The share of the average that an update keeps.
     *
     * @param n updates that counted before it
     */
    double kept(long n) {
        if (type == Type.EQUAL) {
            return n / (n + 1.0);
        }
        return warmUp ? Math.min(decay, (1.0 + n) / (10.0 + n)) : decay;
    }

    /** How updates are weighed. */
    public enum Type {
        /** The latest ones most. */
        EXPONENTIAL,
        /** All alike. */
        EQUAL
    }
}
