package org.layerwise.dataio;

import java.util.List;
import org.layerwise.core.DenseMatrix;

/**
 * Turns targets into the matrix Y of shape (outputs, examples). Made from the training part, applied to every other.
 *
 * <p>Which one is meant follows from the loss: {@link BinaryTargets}, {@link OneHotTargets} or {@link NumericTargets}.
 * Each is a record of plain values, stored with the model.
 */
public sealed interface TargetEncoding permits BinaryTargets, OneHotTargets, NumericTargets {
    /** The rows of Y: the units that the output layer must have. */
    int outputs();

    /** What each row of Y, or each class, is called. */
    List<String> names();

    /**
     * Y, of shape (outputs, examples).
     *
     * @throws DataException if a target is missing, not finite or of an unknown class
     */
    DenseMatrix encode(Dataset dataset);
}
