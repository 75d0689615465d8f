package org.layerwise.dataio.transforms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.Affine;

/**
 * {@link Standardize} with the statistics of the training part.
 *
 * @param columns the columns that are changed
 * @param means of each column
 * @param deviations of each column; 1 where it is constant
 */
public record FittedStandardize(List<String> columns, List<Double> means, List<Double> deviations)
        implements Transform.Invertible {
    public FittedStandardize {
        columns = List.copyOf(columns);
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        return Affine.apply(dataset, columns, means, deviations);
    }

    @Override
    public Optional<Set<String>> reads() {
        return Optional.of(Set.copyOf(columns));
    }

    @Override
    public void invert(List<String> names, DenseMatrix values) {
        Affine.invert(values, names, columns, means, deviations);
    }
}
