package org.layerwise.optimizers;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/** A rule that turns gradients into updates. Immutable; what it remembers of a parameter is in an {@link Updater}. */
public interface Optimizer {
    /** The learning rate over time. */
    LearningRateSchedule learningRate();

    /** Makes the state for one parameter; it allocates here and never again. */
    Updater updaterFor(Parameter parameter);

    /**
     * Makes the state for all parameters together, for a rule that must look at the cost elsewhere before it decides:
     * then the trainer uses this and no updaters, and each batch must be the same. Empty for all other rules.
     */
    default Optional<Search> searchOver(List<Parameter> parameters) {
        return Optional.empty();
    }

    /** Updates all parameters together, looking at the cost at several places. */
    interface Search {
        /**
         * Changes the parameters' values.
         *
         * @param step updates already done, from 0
         * @param learningRate α at this step
         * @param cost J at the parameters' present values; their gradients are filled
         * @param elsewhere J at the values that the parameters have when it is called; fills their gradients
         */
        void update(long step, double learningRate, double cost, DoubleSupplier elsewhere);

        /** The matrices that a checkpoint must hold, in fixed order; filling them restores this search. */
        List<DenseMatrix> state();
    }

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
