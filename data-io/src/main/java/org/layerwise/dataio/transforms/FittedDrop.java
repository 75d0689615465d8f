package org.layerwise.dataio.transforms;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;

/**
 * {@link Drop}: leaves out columns; one that is not there is no error.
 *
 * @param columns the columns to leave out
 */
public record FittedDrop(List<String> columns) implements Transform.Fitted {
    public FittedDrop {
        columns = List.copyOf(columns);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        Set<String> dropped = Set.copyOf(columns);
        int[] kept = IntStream.range(0, dataset.features())
                .filter(c -> !dropped.contains(dataset.columns().get(c).name()))
                .toArray();
        DenseMatrix x = new DenseMatrix(dataset.examples(), kept.length);
        for (int i = 0; i < dataset.examples(); i++) {
            for (int k = 0; k < kept.length; k++) {
                x.setEntry(i, k, dataset.feature(i, kept[k]));
            }
        }
        return dataset.withFeatures(
                IntStream.of(kept).mapToObj(dataset.columns()::get).toList(), FeatureStore.of(x));
    }

    @Override
    public Set<String> drops() {
        return Set.copyOf(columns);
    }
}
