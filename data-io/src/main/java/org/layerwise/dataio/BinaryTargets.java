package org.layerwise.dataio;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.core.DenseMatrix;

/**
 * One row of 0 and 1 for each target column; the second class is 1.
 *
 * @param classes the two classes of each target column
 */
public record BinaryTargets(List<Classes> classes) implements TargetEncoding {
    public BinaryTargets {
        classes = List.copyOf(classes);
    }

    /**
     * Takes the classes from the training part.
     *
     * @throws DataException if a target column has not exactly two classes
     */
    public static BinaryTargets of(Dataset training) {
        NumericTargets.requireTargets(training);
        List<Classes> all = new ArrayList<>();
        for (int t = 0; t < training.targets().size(); t++) {
            Classes classes = Classes.of(training, t);
            if (classes.size() != 2) {
                throw new DataException(training.source() + ": column '" + classes.column() + "' has " + classes.size()
                        + " classes; a binary target has two");
            }
            all.add(classes);
        }
        return new BinaryTargets(all);
    }

    @Override
    public int outputs() {
        return classes.size();
    }

    /** The two classes where there is one target column, otherwise the columns. */
    @Override
    public List<String> names() {
        return classes.size() == 1
                ? classes.get(0).names()
                : classes.stream().map(Classes::column).toList();
    }

    @Override
    public DenseMatrix encode(Dataset dataset) {
        NumericTargets.requireTargets(dataset, outputs());
        DenseMatrix y = new DenseMatrix(outputs(), dataset.examples());
        for (int t = 0; t < outputs(); t++) {
            int[] indices = classes.get(t).indices(dataset, t);
            for (int i = 0; i < indices.length; i++) {
                y.setEntry(t, i, indices[i]);
            }
        }
        return y;
    }
}
