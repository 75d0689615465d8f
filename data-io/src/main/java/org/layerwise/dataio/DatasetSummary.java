package org.layerwise.dataio;

import java.util.List;
import org.layerwise.dataio.internal.ColumnTally;

/**
 * What a data set holds, for a person to look at before anything is trained on it.
 *
 * @param source the file or generator
 * @param examples how many there are
 * @param shape the axes of one example
 * @param bytes the memory, or the part of a file, that features and targets take
 * @param features one summary for each feature column
 * @param targets one summary for each target column
 */
public record DatasetSummary(
        String source,
        int examples,
        List<Integer> shape,
        long bytes,
        List<ColumnSummary> features,
        List<ColumnSummary> targets) {
    public DatasetSummary {
        shape = List.copyOf(shape);
        features = List.copyOf(features);
        targets = List.copyOf(targets);
    }

    /** Looks at every value of a data set, twice, one example after the other. */
    public static DatasetSummary of(Dataset dataset) {
        ColumnTally[] features = ColumnTally.of(dataset.columns());
        ColumnTally[] targets = ColumnTally.of(dataset.targets());
        double[] row = new double[features.length];
        for (int i = 0; i < dataset.examples(); i++) {
            dataset.copyFeatures(i, row);
            for (int c = 0; c < row.length; c++) {
                features[c].add(row[c]);
            }
            for (int t = 0; t < targets.length; t++) {
                targets[t].add(dataset.target(i, t));
            }
        }
        for (int i = 0; i < dataset.examples(); i++) {
            dataset.copyFeatures(i, row);
            for (int c = 0; c < row.length; c++) {
                features[c].addDistance(row[c]);
            }
            for (int t = 0; t < targets.length; t++) {
                targets[t].addDistance(dataset.target(i, t));
            }
        }
        return new DatasetSummary(
                dataset.source(),
                dataset.examples(),
                dataset.shape(),
                dataset.bytes(),
                ColumnTally.summaries(features),
                ColumnTally.summaries(targets));
    }
}
