package org.layerwise.dataio;

import java.util.List;
import org.layerwise.core.DenseMatrix;

/**
 * One row for each class, with a single 1 in each column. Several target columns are taken as a one-hot target, or a
 * distribution over classes, that the file holds already.
 *
 * @param classes the classes in the order of Y's rows
 * @param encoded whether the file holds one column for each class already
 */
public record OneHotTargets(Classes classes, boolean encoded) implements TargetEncoding {
    private static final double TOLERANCE = 1e-6;

    /**
     * Takes the classes from the training part.
     *
     * @throws DataException if there is a single class
     */
    public static OneHotTargets of(Dataset training) {
        NumericTargets.requireTargets(training);
        if (training.targets().size() == 1) {
            return new OneHotTargets(Classes.of(training, 0), false);
        }
        List<String> names = training.targets().stream().map(Column::name).toList();
        return new OneHotTargets(new Classes("target", names), true);
    }

    @Override
    public int outputs() {
        return classes.size();
    }

    @Override
    public List<String> names() {
        return classes.names();
    }

    @Override
    public DenseMatrix encode(Dataset dataset) {
        if (encoded) {
            return distribution(dataset);
        }
        NumericTargets.requireTargets(dataset, 1);
        int[] indices = classes.indices(dataset, 0);
        DenseMatrix y = new DenseMatrix(outputs(), indices.length);
        for (int i = 0; i < indices.length; i++) {
            y.setEntry(indices[i], i, 1);
        }
        return y;
    }

    private DenseMatrix distribution(Dataset dataset) {
        DenseMatrix y = new NumericTargets(classes.names()).encode(dataset);
        for (int i = 0; i < y.getColumnDimension(); i++) {
            double sum = 0;
            double least = 0;
            for (int k = 0; k < outputs(); k++) {
                sum += y.getEntry(k, i);
                least = Math.min(least, y.getEntry(k, i));
            }
            if (least < 0 || Math.abs(sum - 1) > TOLERANCE) {
                throw new DataException(dataset.place(i) + ": the " + outputs()
                        + " target columns must be a distribution over the classes, got a sum of " + sum
                        + " and a least of " + least);
            }
        }
        return y;
    }
}
