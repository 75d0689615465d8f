package org.layerwise.network;

import org.layerwise.core.Parameter;
import org.layerwise.regularizers.Regularizer;

/**
 * A parameter and the regularizer that its layer puts on it: a term of the cost, {@code J = 1/m Σ L + Σ penalty(W, m)}.
 *
 * @param parameter the weights, or the biases where a file asks for it
 * @param regularizer the penalty on them
 */
public record Penalty(Parameter parameter, Regularizer regularizer) {
    /** The term itself, over {@code m} examples. */
    public double value(int examples) {
        return regularizer.penalty(parameter.value(), examples);
    }

    /** Adds the term's derivative to the parameter's gradient. */
    public void addGradient(int examples) {
        regularizer.addGradient(parameter.value(), examples, parameter.gradient());
    }
}
