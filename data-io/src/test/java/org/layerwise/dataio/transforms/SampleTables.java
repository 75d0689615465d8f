package org.layerwise.dataio.transforms;

import java.util.Arrays;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;

/** Small tables to transform. */
final class SampleTables {
    /** Two columns of numbers and one of categories, with gaps. */
    static final Dataset PEOPLE = table(
            List.of(Column.numeric("age"), Column.categorical("port", List.of("C", "Q", "S")), Column.numeric("class")),
            new double[][] {{20, 2, 3}, {Double.NaN, 0, 1}, {40, 2, 3}, {60, Double.NaN, 2}});

    static Dataset table(List<Column> columns, double[][] rows) {
        return Dataset.of("people.csv", columns, FeatureStore.of(DenseMatrix.of(rows)), List.of(), new double[0][]);
    }

    /** One column, called c. */
    static Dataset numbers(double... values) {
        return table(
                List.of(Column.numeric("c")),
                Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new));
    }

    /** The features after a transform that was fitted on them. */
    static double[][] apply(Transform transform, Dataset dataset) {
        return transform.fit(dataset).apply(dataset).featureMatrix().getData();
    }

    private SampleTables() {}
}
