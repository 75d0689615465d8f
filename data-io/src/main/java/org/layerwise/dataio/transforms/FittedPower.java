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
 * @param least the least known value of each column; empty in models of earlier versions, which limit nothing
 * @param greatest the greatest known value of each column; likewise
 */
public record FittedPower(
        Power.Method method,
        List<String> columns,
        List<Double> lambdas,
        List<Double> means,
        List<Double> deviations,
        List<Double> least,
        List<Double> greatest)
        implements Transform.Invertible {
    /** What is undone lies at most so many times the size of the training part's values beyond them. */
    private static final double BEYOND = 1000;

    /** As earlier versions stored it. */
    public FittedPower(
            Power.Method method,
            List<String> columns,
            List<Double> lambdas,
            List<Double> means,
            List<Double> deviations) {
        this(method, columns, lambdas, means, deviations, List.of(), List.of());
    }

    public FittedPower {
        columns = List.copyOf(columns);
        lambdas = List.copyOf(lambdas);
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        least = List.copyOf(least);
        greatest = List.copyOf(greatest);
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
        each(names, values, (k, r, j) -> {
            double x = inverse(k, values.getEntry(r, j));
            values.setEntry(r, j, Math.max(low(k), Math.min(high(k), x)));
        });
    }

    @Override
    public int limited(List<String> names, DenseMatrix values) {
        int[] limited = {0};
        each(names, values, (k, r, j) -> {
            double x = inverse(k, values.getEntry(r, j));
            boolean none = method == Power.Method.BOX_COX && x == 0;
            limited[0] += none || x < low(k) || x > high(k) ? 1 : 0;
        });
        return limited[0];
    }

    private interface Use {
        void of(int column, int row, int example);
    }

    private void each(List<String> names, DenseMatrix values, Use use) {
        for (int r = 0; r < names.size(); r++) {
            int k = columns.indexOf(names.get(r));
            for (int j = 0; k >= 0 && j < values.getColumnDimension(); j++) {
                use.of(k, r, j);
            }
        }
    }

    private double inverse(int k, double value) {
        return PowerFamily.inverse(method, value * deviations.get(k) + means.get(k), lambdas.get(k));
    }

    private double low(int k) {
        return least.isEmpty() ? Double.NEGATIVE_INFINITY : least.get(k) - BEYOND * size(k);
    }

    private double high(int k) {
        return greatest.isEmpty() ? Double.POSITIVE_INFINITY : greatest.get(k) + BEYOND * size(k);
    }

    private double size(int k) {
        double most = Math.max(Math.abs(least.get(k)), Math.abs(greatest.get(k)));
        return most == 0 ? 1 : Math.max(most, greatest.get(k) - least.get(k));
    }
}
