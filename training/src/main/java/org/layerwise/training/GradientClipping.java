package org.layerwise.training;

import java.util.List;
import org.layerwise.core.Parameter;

/** Keeps gradients from growing too large: changes them after the backward pass, before the update. Immutable. */
public interface GradientClipping {
    /**
     * Changes the gradients in place; does not allocate.
     *
     * @param parameters all parameters of the network, with finite gradients
     */
    void clip(List<Parameter> parameters);
}
