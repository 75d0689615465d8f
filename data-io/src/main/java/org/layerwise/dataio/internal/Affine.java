package org.layerwise.dataio.internal;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;

/** {@code (x - offset) / divisor}, column by column, and back. */
public final class Affine {
    private Affine() {}

    /** The data set with the named columns changed. */
    public static Dataset apply(Dataset dataset, List<String> names, List<Double> offsets, List<Double> divisors) {
        int[] columns = ColumnPick.indices(dataset, names);
        double[] offset = offsets.stream().mapToDouble(Double::doubleValue).toArray();
        double[] divisor = divisors.stream().mapToDouble(Double::doubleValue).toArray();
        DenseMatrix x = dataset.featureMatrix();
        double[] values = x.values();
        for (int i = 0; i < dataset.examples(); i++) {
            int row = i * dataset.features();
            for (int k = 0; k < columns.length; k++) {
                int at = row + columns[k];
                values[at] = (values[at] - offset[k]) / divisor[k];
            }
        }
        return dataset.withFeatures(dataset.columns(), FeatureStore.of(x)).withShape(dataset.shape());
    }

    /** Undoes the change in place; rows are the named columns. */
    public static void invert(
            DenseMatrix y, List<String> rows, List<String> names, List<Double> offsets, List<Double> divisors) {
        int examples = y.getColumnDimension();
        for (int r = 0; r < rows.size(); r++) {
            int k = names.indexOf(rows.get(r));
            for (int i = 0; k >= 0 && i < examples; i++) {
                y.values()[r * examples + i] = y.values()[r * examples + i] * divisors.get(k) + offsets.get(k);
            }
        }
    }
}
