package org.layerwise.dataio;

import java.util.List;
import org.layerwise.core.DenseMatrix;

/**
 * Numbers as they are, one row for each target column: regression.
 *
 * @param names the target columns
 */
public record NumericTargets(List<String> names) implements TargetEncoding {
    public NumericTargets {
        names = List.copyOf(names);
    }

    /**
     * Takes the column names from the training part.
     *
     * @throws DataException if a target column is categorical
     */
    public static NumericTargets of(Dataset training) {
        requireTargets(training);
        return new NumericTargets(training.targets().stream().map(Column::name).toList());
    }

    @Override
    public int outputs() {
        return names.size();
    }

    @Override
    public DenseMatrix encode(Dataset dataset) {
        requireTargets(dataset, outputs());
        DenseMatrix y = new DenseMatrix(outputs(), dataset.examples());
        for (int t = 0; t < outputs(); t++) {
            Column column = dataset.targets().get(t);
            if (column.isCategorical()) {
                throw DataException.ofOption(
                        "target",
                        dataset.source() + ": column '" + column.name()
                                + "' holds text ("
                                + String.join(
                                        ", ",
                                        column.categories().stream().limit(3).toList())
                                + " …); the loss needs a number");
            }
            for (int i = 0; i < dataset.examples(); i++) {
                double value = dataset.target(i, t);
                if (!Double.isFinite(value)) {
                    throw new DataException(dataset.place(i, column) + ": the target "
                            + (Double.isNaN(value) ? "is missing or NaN" : "is " + value)
                            + "; a finite number is needed");
                }
                y.setEntry(t, i, value);
            }
        }
        return y;
    }

    static void requireTargets(Dataset dataset) {
        if (dataset.targets().isEmpty()) {
            throw new DataException(dataset.source() + " has no target; the loss needs one");
        }
    }

    static void requireTargets(Dataset dataset, int count) {
        if (dataset.targets().size() != count) {
            throw new DataException(dataset.source() + " has "
                    + dataset.targets().size() + " target columns; the training part has " + count);
        }
    }
}
