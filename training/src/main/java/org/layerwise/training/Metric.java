package org.layerwise.training;

import org.layerwise.core.DenseMatrix;

/**
 * A number (or a table) that says how good predictions are. Immutable; what it has seen so far is in an {@link
 * Accumulator}.
 *
 * <p>Values are taken over all examples of a part, not averaged over batches, so that they do not depend on how the
 * part was cut.
 */
public interface Metric {
    /**
     * An accumulator that has seen nothing.
     *
     * @throws MetricException if the metric has no meaning for this task; the message says what it needs
     */
    Accumulator start(Task task);

    /** Which of two values is the better one; {@link Better#NEITHER} where the value is a table. */
    Better better();

    /** Takes in predictions, a batch at a time, and gives the metric's value over all of them. */
    interface Accumulator {
        /**
         * Takes in a batch.
         *
         * @param prediction (outputs, examples), the network's output
         * @param target Y, of the same shape
         */
        void add(DenseMatrix prediction, DenseMatrix target);

        /** The value over everything taken in so far; a {@link MetricValue.Scalar} unless {@link #better} is NEITHER. */
        MetricValue value();
    }
}
