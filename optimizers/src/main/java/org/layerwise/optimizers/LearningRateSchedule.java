package org.layerwise.optimizers;

import java.util.Optional;

/**
 * The learning rate as a function of time. Pure: the same time gives the same rate.
 *
 * <p>Time is counted in steps (updates already done) or in epochs, as {@link #per} says; both count from 0.
 */
public interface LearningRateSchedule {
    /** The learning rate at this step or epoch, finite and not negative. */
    double at(long time);

    /** What {@link #at} counts; steps unless a schedule says otherwise. */
    default Per per() {
        return Per.STEP;
    }

    /** What changes the rates by what the run measures, if anything does. */
    default Optional<RateFeedback> feedback() {
        return Optional.empty();
    }

    /** What a schedule counts. */
    enum Per {
        /** Updates already done. */
        STEP,
        /** Epochs already done. */
        EPOCH
    }
}
