package org.layerwise.dataio;

import java.util.Arrays;
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
    /** So many values are looked at together, */
    private static final int BLOCK = 1 << 18;
    /** and of wide data that are in memory at least those of so many examples. */
    private static final int LEAST_EXAMPLES = 1 << 8;

    public DatasetSummary {
        shape = List.copyOf(shape);
        features = List.copyOf(features);
        targets = List.copyOf(targets);
    }

    /** Looks at every value of a data set, twice, some examples after the others. */
    public static DatasetSummary of(Dataset dataset) {
        ColumnTally[] features = ColumnTally.of(dataset.columns());
        ColumnTally[] targets = ColumnTally.of(dataset.targets());
        each(dataset, features, targets, ColumnTally::add);
        each(dataset, features, targets, ColumnTally::addDistances);
        return new DatasetSummary(
                dataset.source(),
                dataset.examples(),
                dataset.shape(),
                dataset.bytes(),
                ColumnTally.summaries(features),
                ColumnTally.summaries(targets));
    }

    private interface Use {
        void of(ColumnTally tally, double[] values, int from, int to);
    }

    /** Takes some columns of some examples at a time, so that what belongs to a column is used while it is at hand. */
    private static void each(Dataset dataset, ColumnTally[] features, ColumnTally[] targets, Use use) {
        int wide = dataset.isStreamed() ? features.length : Math.min(features.length, BLOCK / LEAST_EXAMPLES);
        for (int c = 0; c < features.length; c += wide) {
            ColumnTally[] some = Arrays.copyOfRange(features, c, Math.min(c + wide, features.length));
            int first = c;
            each(
                    dataset,
                    some,
                    use,
                    (i, values, at, apart) -> dataset.copyFeatures(i, first, first + some.length, values, at, apart));
        }
        each(dataset, targets, use, (i, values, at, apart) -> {
            for (int t = 0; t < targets.length; t++) {
                values[at + t * apart] = dataset.target(i, t);
            }
        });
    }

    /** Writes the values of an example into a block, so far apart. */
    private interface Copy {
        void of(int example, double[] values, int at, int apart);
    }

    private static void each(Dataset dataset, ColumnTally[] columns, Use use, Copy copy) {
        int most = Math.max(1, Math.min(dataset.examples(), BLOCK / Math.max(1, columns.length)));
        double[] block = new double[most * columns.length];
        for (int from = 0; from < dataset.examples(); from += most) {
            int examples = Math.min(most, dataset.examples() - from);
            for (int i = 0; i < examples; i++) {
                copy.of(from + i, block, i, most);
            }
            for (int c = 0; c < columns.length; c++) {
                use.of(columns[c], block, c * most, c * most + examples);
            }
        }
    }
}
