package org.layerwise.dataio.transforms;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * {@link Normalize} with its columns.
 *
 * @param norm the length of an example
 * @param columns the columns that make up the example
 */
public record FittedNormalize(Normalize.Norm norm, List<String> columns) implements Transform.Fitted {
    public FittedNormalize {
        columns = List.copyOf(columns);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        int[] chosen = ColumnPick.indices(dataset, columns);
        DenseMatrix x = dataset.featureMatrix();
        for (int i = 0; i < dataset.examples(); i++) {
            int row = i * dataset.features();
            double length = length(x.values(), row, chosen);
            for (int column : chosen) {
                x.values()[row + column] /= length == 0 ? 1 : length;
            }
        }
        return dataset.withFeatures(dataset.columns(), FeatureStore.of(x)).withShape(dataset.shape());
    }

    private double length(double[] values, int row, int[] chosen) {
        double sum = 0;
        for (int column : chosen) {
            double size = Math.abs(values[row + column]);
            sum = switch (norm) {
                case L1 -> sum + size;
                case L2 -> sum + size * size;
                case MAX -> Math.max(sum, size);
            };
        }
        return norm == Normalize.Norm.L2 ? Math.sqrt(sum) : sum;
    }
}
