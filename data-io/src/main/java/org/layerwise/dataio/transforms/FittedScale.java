package org.layerwise.dataio.transforms;

import java.util.Collections;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.Affine;

/**
 * {@code (x - offset) / divisor}, the same for all columns.
 *
 * @param offset what becomes 0
 * @param divisor what becomes 1 above it
 * @param columns the columns to change; empty for all
 */
public record FittedScale(double offset, double divisor, List<String> columns) implements Transform.Invertible {
    public FittedScale {
        columns = List.copyOf(columns);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        if (columns.isEmpty()) {
            return dataset.mapFeatures(x -> (x - offset) / divisor);
        }
        return Affine.apply(dataset, columns, repeat(columns, offset), repeat(columns, divisor));
    }

    @Override
    public void invert(List<String> names, DenseMatrix values) {
        List<String> changed = columns.isEmpty() ? names : columns;
        Affine.invert(values, names, changed, repeat(changed, offset), repeat(changed, divisor));
    }

    private static List<Double> repeat(List<String> columns, double value) {
        return Collections.nCopies(columns.size(), value);
    }
}
