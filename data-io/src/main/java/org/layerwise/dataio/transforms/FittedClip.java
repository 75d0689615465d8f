package org.layerwise.dataio.transforms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.EachValue;

/**
 * {@link Clip} with its columns.
 *
 * @param min the least value that stays
 * @param max the greatest value that stays
 * @param columns the columns that are changed
 */
public record FittedClip(Optional<Double> min, Optional<Double> max, List<String> columns) implements Transform.Fitted {
    /** Without bounds: a bound that was not asked for is not stored. */
    public FittedClip(List<String> columns) {
        this(Optional.empty(), Optional.empty(), columns);
    }

    public FittedClip {
        columns = List.copyOf(columns);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        double low = min.orElse(Double.NEGATIVE_INFINITY);
        double high = max.orElse(Double.POSITIVE_INFINITY);
        return EachValue.apply(dataset, columns, x -> Math.max(low, Math.min(high, x)));
    }

    @Override
    public Optional<Set<String>> reads() {
        return Optional.of(Set.copyOf(columns));
    }
}
