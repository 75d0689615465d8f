package org.layerwise.dataio.transforms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.Affine;

/**
 * {@link MinMax} with the statistics of the training part.
 *
 * @param columns the columns that are changed
 * @param offsets what becomes 0 in each column
 * @param divisors what becomes 1 above it
 */
public record FittedMinMax(List<String> columns, List<Double> offsets, List<Double> divisors)
        implements Transform.Invertible {
    public FittedMinMax {
        columns = List.copyOf(columns);
        offsets = List.copyOf(offsets);
        divisors = List.copyOf(divisors);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        return Affine.apply(dataset, columns, offsets, divisors);
    }

    @Override
    public Optional<Set<String>> reads() {
        return Optional.of(Set.copyOf(columns));
    }

    @Override
    public void invert(List<String> names, DenseMatrix values) {
        Affine.invert(values, names, columns, offsets, divisors);
    }
}
