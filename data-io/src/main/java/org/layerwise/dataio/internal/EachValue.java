package org.layerwise.dataio.internal;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;

/** A function of single values, applied to some columns. */
public final class EachValue {
    private EachValue() {}

    /** The data set with the named columns changed. */
    public static Dataset apply(Dataset dataset, List<String> names, DoubleUnaryOperator function) {
        int[] columns = ColumnPick.indices(dataset, names);
        DenseMatrix x = dataset.featureMatrix();
        for (int i = 0; i < dataset.examples(); i++) {
            for (int column : columns) {
                x.setEntry(i, column, function.applyAsDouble(x.getEntry(i, column)));
            }
        }
        return dataset.withFeatures(dataset.columns(), FeatureStore.of(x)).withShape(dataset.shape());
    }
}
