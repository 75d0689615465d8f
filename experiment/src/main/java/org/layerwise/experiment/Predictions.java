package org.layerwise.experiment;

import java.util.List;
import org.layerwise.core.DenseMatrix;

/**
 * What a model says of some examples.
 *
 * @param outputNames the class names, or the names of the regression targets; one for each row of values
 * @param values (outputs, examples): probabilities by class, also for two classes, or numbers in the targets' units
 * @param labels the predicted class of each example; empty for regression
 */
public record Predictions(List<String> outputNames, DenseMatrix values, List<String> labels) {}
