package org.layerwise.dataio.transforms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.MurmurHash;

/**
 * {@link Hashing} with its columns.
 *
 * @param buckets how many columns there are in their place
 * @param columns the columns that are replaced
 */
public record FittedHashing(int buckets, List<String> columns) implements Transform.Fitted {
    public FittedHashing {
        columns = List.copyOf(columns);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        int[] hashed = ColumnPick.indices(dataset, columns);
        Set<String> replaced = Set.copyOf(columns);
        int[] kept = IntStream.range(0, dataset.features())
                .filter(c -> !replaced.contains(dataset.columns().get(c).name()))
                .toArray();
        List<Column> names = new ArrayList<>();
        IntStream.of(kept).forEach(c -> names.add(dataset.columns().get(c)));
        names.addAll(Column.numbered("hash", buckets));
        DenseMatrix x = new DenseMatrix(dataset.examples(), names.size());
        for (int i = 0; i < dataset.examples(); i++) {
            for (int k = 0; k < kept.length; k++) {
                x.setEntry(i, k, dataset.feature(i, kept[k]));
            }
        }
        for (int column : hashed) {
            hash(dataset, column, x, kept.length);
        }
        return dataset.withFeatures(names, FeatureStore.of(x));
    }

    private void hash(Dataset dataset, int index, DenseMatrix x, int first) {
        Column column = dataset.columns().get(index);
        Map<Double, Integer> hashes = new HashMap<>();
        for (int i = 0; i < dataset.examples(); i++) {
            double value = dataset.feature(i, index);
            Optional<String> label = column.label(value);
            if (label.isPresent()) {
                int h = hashes.computeIfAbsent(value, v -> MurmurHash.of(column.name() + "=" + label.get()));
                int bucket = first + (int) (Math.abs((long) h) % buckets);
                x.setEntry(i, bucket, x.getEntry(i, bucket) + (h >= 0 ? 1 : -1));
            }
        }
    }
}
