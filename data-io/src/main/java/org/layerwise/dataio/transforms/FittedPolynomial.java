package org.layerwise.dataio.transforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * {@link Polynomial} with its columns.
 *
 * @param degree the most factors of a product
 * @param columns the columns that are multiplied
 */
public record FittedPolynomial(int degree, List<String> columns) implements Transform.Fitted {
    public FittedPolynomial {
        columns = List.copyOf(columns);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        int[] places = ColumnPick.indices(dataset, columns);
        List<int[]> products = products();
        List<Column> names = new ArrayList<>(dataset.columns());
        products.forEach(factors -> names.add(Column.numeric(name(factors))));
        DenseMatrix x = new DenseMatrix(dataset.examples(), names.size());
        for (int i = 0; i < dataset.examples(); i++) {
            for (int c = 0; c < dataset.features(); c++) {
                x.setEntry(i, c, dataset.feature(i, c));
            }
            for (int p = 0; p < products.size(); p++) {
                double product = 1;
                for (int factor : products.get(p)) {
                    product *= dataset.feature(i, places[factor]);
                }
                x.setEntry(i, dataset.features() + p, product);
            }
        }
        return dataset.withFeatures(names, FeatureStore.of(x));
    }

    /** Ascending tuples of 2 to degree columns, by degree and then in order. */
    private List<int[]> products() {
        List<int[]> all = new ArrayList<>();
        List<int[]> shorter = new ArrayList<>();
        shorter.add(new int[0]);
        for (int d = 1; d <= degree; d++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] tuple : shorter) {
                for (int c = d == 1 ? 0 : tuple[d - 2]; c < columns.size(); c++) {
                    int[] extended = Arrays.copyOf(tuple, d);
                    extended[d - 1] = c;
                    longer.add(extended);
                }
            }
            if (d > 1) {
                all.addAll(longer);
            }
            shorter = longer;
        }
        return all;
    }

    private String name(int[] factors) {
        TreeMap<Integer, Integer> powers = new TreeMap<>();
        for (int factor : factors) {
            powers.merge(factor, 1, Integer::sum);
        }
        List<String> parts = new ArrayList<>();
        powers.forEach((factor, power) -> parts.add(columns.get(factor) + (power == 1 ? "" : "^" + power)));
        return String.join(" ", parts);
    }
}
