package org.layerwise.network;

import org.layerwise.core.Parameter;
import org.layerwise.regularizers.Constraint;

/**
 * A parameter and the constraint that its layer puts on it, to be applied after each update.
 *
 * @param parameter the weights, or the biases where a file asks for it
 * @param constraint what they must satisfy
 */
public record Constrained(Parameter parameter, Constraint constraint) {
    /** Moves the parameter to values that satisfy the constraint. */
    public void apply() {
        constraint.apply(parameter.value());
    }
}
