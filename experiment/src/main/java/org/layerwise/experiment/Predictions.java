package org.layerwise.experiment;

import java.util.List;
import org.layerwise.core.DenseMatrix;

/**
 * What a model says of some examples.
 *
 * @param outputNames the class names, or the names of the regression targets; one for each row of values
 * @param values (outputs, examples): probabilities by class, also for two classes, or numbers in the targets' units
 * @param labels the predicted class of each example; empty for regression
 * @param files of which each example is one; empty where one file holds all
 * @param limited how many values are limited, because no number in the targets' units gives what the network says, or none near
 *     those of the training part
 */
public record Predictions(
        List<String> outputNames, DenseMatrix values, List<String> labels, List<String> files, int limited) {
    /** Of examples that have no files of their own. */
    public Predictions(List<String> outputNames, DenseMatrix values, List<String> labels) {
        this(outputNames, values, labels, List.of(), 0);
    }

    /** None of which is limited. */
    public Predictions(List<String> outputNames, DenseMatrix values, List<String> labels, List<String> files) {
        this(outputNames, values, labels, files, 0);
    }

    Predictions of(List<String> names) {
        return new Predictions(outputNames, values, labels, names, limited);
    }
}
