package org.layerwise.regularizers;

import org.layerwise.core.DenseMatrix;

/**
 * What weights must satisfy: after each update they are moved to weights that do.
 *
 * <p>Shapes: W is (units, inputs); each row holds the incoming weights of one unit. A bias is (units, 1).
 */
public interface Constraint {
    /** Changes the weights in place to ones that satisfy the constraint; those that do are left as they are. */
    void apply(DenseMatrix weights);
}
