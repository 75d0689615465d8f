package org.layerwise.optimizers;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/** A rule that turns gradients into updates. Immutable; what it remembers of a parameter is in an {@link Updater}. */
public interface Optimizer {
    /** The learning rate over time. */
    LearningRateSchedule learningRate();

    /** Makes the state for one parameter; it allocates here and never again. */
    Updater updaterFor(Parameter parameter);

    /** Updates one parameter and holds what the rule remembers of it. */
    interface Updater {
        /**
         * Changes {@code parameter.value()} by {@code parameter.gradient()}.
         *
         * @param step updates already done, from 0
         * @param learningRate α at this step
         */
        void update(long step, double learningRate);

        /** The matrices that a checkpoint must hold, in fixed order; filling them restores this updater. */
        default List<DenseMatrix> state() {
            return List.of();
        }
    }
}
