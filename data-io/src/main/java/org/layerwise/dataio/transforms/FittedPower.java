package org.layerwise.dataio.transforms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * {@link Power} with the powers of the training part.
 *
 * @param method which family of powers
 * @param columns the columns that are changed
 * @param lambdas the power of each column
 * @param means what is subtracted afterwards
 * @param deviations what is divided by afterwards
 */
public record FittedPower(
        Power.Method method, List<String> columns, List<Double> lambdas, List<Double> means, List<Double> deviations)
        implements Transform.Invertible {
    public FittedPower {
        columns = List.copyOf(columns);
        lambdas = List.copyOf(lambdas);
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        int[] places = ColumnPick.indices(dataset, columns);
        DenseMatrix x = dataset.featureMatrix();
        for (int i = 0; i < dataset.examples(); i++) {
            for (int k = 0; k < places.length; k++) {
                double value = x.getEntry(i, places[k]);
                if (method == Power.Method.BOX_COX && value <= 0) {
                    Column column = dataset.columns().get(places[k]);
                    throw new DataException(dataset.place(i, column) + ": " + value
                            + " is not positive, as box_cox needs; method yeo_johnson takes any number");
                }
                double y = PowerFamily.value(method, value, lambdas.get(k));
                x.setEntry(i, places[k], (y - means.get(k)) / deviations.get(k));
            }
        }
        return dataset.withFeatures(dataset.columns(), FeatureStore.of(x)).withShape(dataset.shape());
    }

    @Override
    public Optional<Set<String>> reads() {
        return Optional.of(Set.copyOf(columns));
    }

    @Override
    public void invert(List<String> names, DenseMatrix values) {
        for (int r = 0; r < names.size(); r++) {
            int k = columns.indexOf(names.get(r));
            for (int j = 0; k >= 0 && j < values.getColumnDimension(); j++) {
                double y = values.getEntry(r, j) * deviations.get(k) + means.get(k);
                values.setEntry(r, j, PowerFamily.inverse(method, y, lambdas.get(k)));
            }
        }
    }
}
