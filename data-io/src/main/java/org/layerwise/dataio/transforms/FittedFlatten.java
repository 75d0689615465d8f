package org.layerwise.dataio.transforms;

import java.util.List;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;

/** {@link Flatten}. */
public record FittedFlatten() implements Transform.Fitted {
    @Override
    public Dataset apply(Dataset dataset) {
        return dataset.withShape(List.of(dataset.features()));
    }
}
