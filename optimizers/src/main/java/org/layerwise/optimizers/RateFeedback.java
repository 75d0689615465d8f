package org.layerwise.optimizers;

/**
 * A rule by which the learning rate follows what a run measures. Immutable; what it remembers is in a {@link Follower}.
 */
public interface RateFeedback {
    /** The value that is looked at after every epoch: {@code dev_cost}, {@code train_accuracy}, … */
    String monitor();

    /** Begins to follow a value. */
    Follower follow(Goal goal);

    /** Which way a value is better. */
    enum Goal {
        /** Costs and errors. */
        LOWER,
        /** Scores. */
        HIGHER
    }

    /** Changes the rates of one run, and holds what the rule remembers of it. */
    interface Follower {
        /** The rate in place of what the schedule says; does not allocate. */
        double adjust(double scheduled);

        /** Looks at the value that was measured after an epoch; NaN is worse than every number. */
        void epochFinished(double value);

        /** What a checkpoint must hold, always as many numbers. */
        double[] numbers();

        /** Goes on from what {@link #numbers} gave. */
        void restore(double[] numbers);
    }
}
