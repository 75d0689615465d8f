package org.layerwise.dataio.transforms;

import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;

/**
 * Makes one row of features of an image or another array, the last axis running fastest.
 *
 * <p>Dense layers see every example so already; this forgets the axes.
 */
public record Flatten() implements Transform {
    @Override
    public Fitted fit(Dataset training) {
        return new FittedFlatten();
    }
}
