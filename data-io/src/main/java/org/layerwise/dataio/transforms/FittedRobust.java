package org.layerwise.dataio.transforms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.Affine;

/**
 * {@link Robust} with the statistics of the training part.
 *
 * @param columns the columns that are changed
 * @param medians of each column
 * @param distances of the quartiles of each column; 1 where they coincide
 */
public record FittedRobust(List<String> columns, List<Double> medians, List<Double> distances)
        implements Transform.Invertible {
    public FittedRobust {
        columns = List.copyOf(columns);
        medians = List.copyOf(medians);
        distances = List.copyOf(distances);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        return Affine.apply(dataset, columns, medians, distances);
    }

    @Override
    public Optional<Set<String>> reads() {
        return Optional.of(Set.copyOf(columns));
    }

    @Override
    public void invert(List<String> names, DenseMatrix values) {
        Affine.invert(values, names, columns, medians, distances);
    }
}
