package org.layerwise.dataio.transforms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.EachValue;

/**
 * {@link Log} with its columns.
 *
 * @param offset added before
 * @param columns the columns that are changed
 */
public record FittedLog(double offset, List<String> columns) implements Transform.Invertible {
    /** Greater logarithms are taken as this one: 2e130 is a number whose square doubles still hold. */
    private static final double MOST = 300;

    public FittedLog {
        columns = List.copyOf(columns);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        for (int column : ColumnPick.indices(dataset, columns)) {
            for (int i = 0; i < dataset.examples(); i++) {
                double value = dataset.feature(i, column);
                if (value + offset <= 0) {
                    throw new DataException(dataset.place(i, dataset.columns().get(column)) + ": " + value + " + "
                            + offset + " has no logarithm; a greater offset is needed");
                }
            }
        }
        return EachValue.apply(dataset, columns, x -> Elementary.log(x + offset));
    }

    @Override
    public Optional<Set<String>> reads() {
        return Optional.of(Set.copyOf(columns));
    }

    @Override
    public void invert(List<String> names, DenseMatrix values) {
        int examples = values.getColumnDimension();
        for (int r = 0; r < names.size(); r++) {
            for (int i = 0; columns.contains(names.get(r)) && i < examples; i++) {
                values.setEntry(r, i, Elementary.exp(Math.min(MOST, values.getEntry(r, i))) - offset);
            }
        }
    }

    @Override
    public int limited(List<String> names, DenseMatrix values) {
        int limited = 0;
        for (int r = 0; r < names.size(); r++) {
            for (int i = 0; columns.contains(names.get(r)) && i < values.getColumnDimension(); i++) {
                limited += values.getEntry(r, i) > MOST ? 1 : 0;
            }
        }
        return limited;
    }
}
