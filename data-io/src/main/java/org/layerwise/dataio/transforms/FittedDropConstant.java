package org.layerwise.dataio.transforms;

import java.util.List;
import java.util.Set;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;

/**
 * {@link DropConstant} with the columns that were constant; one that is not there is no error.
 *
 * @param columns the columns to leave out
 */
public record FittedDropConstant(List<String> columns) implements Transform.Fitted {
    public FittedDropConstant {
        columns = List.copyOf(columns);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        return columns.isEmpty() ? dataset : new FittedDrop(columns).apply(dataset);
    }

    @Override
    public Set<String> drops() {
        return Set.copyOf(columns);
    }
}
