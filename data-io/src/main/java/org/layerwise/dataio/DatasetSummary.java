package org.layerwise.dataio;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a data set holds, for a person to look at before anything is trained on it.
 *
 * @param source the file or generator
 * @param examples how many there are
 * @param shape the axes of one example
 * @param features one summary for each feature column
 * @param targets one summary for each target column
 */
public record DatasetSummary(
        String source, int examples, List<Integer> shape, List<ColumnSummary> features, List<ColumnSummary> targets) {
    public DatasetSummary {
        shape = List.copyOf(shape);
        features = List.copyOf(features);
        targets = List.copyOf(targets);
    }

    /** Looks at every value of a data set. */
    public static DatasetSummary of(Dataset dataset) {
        List<ColumnSummary> features = IntStream.range(0, dataset.features())
                .mapToObj(
                        c -> ColumnSummary.of(dataset.columns().get(c), dataset.examples(), i -> dataset.feature(i, c)))
                .toList();
        List<ColumnSummary> targets = IntStream.range(0, dataset.targets().size())
                .mapToObj(
                        t -> ColumnSummary.of(dataset.targets().get(t), dataset.examples(), i -> dataset.target(i, t)))
                .toList();
        return new DatasetSummary(dataset.source(), dataset.examples(), dataset.shape(), features, targets);
    }
}
