package org.layerwise.dataio.transforms;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerwise.core.OneOrMore;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.ValueCounts;

/**
 * Replaces each categorical column, where it stands, by one column of 0 and 1 for each category: {@code Sex=female},
 * {@code Sex=male}.
 *
 * <p>The categories are those of the training part: texts sorted by code point, numbers ascending. A numeric column that
 * is listed is taken as categories. A missing value is an error; impute before. A column with more than 65536 categories is
 * refused.
 * <p>Source: scikit-learn, {@code OneHotEncoder}.
 *
 * @param columns columns to replace; default all categorical ones
 * @param unknown what becomes of a category that the training part has not: {@code error}, or {@code ignore}, which
 *     leaves all its columns at 0; default error
 */
public record OneHot(@OneOrMore List<String> columns, Unknown unknown) implements Transform {
    /** What becomes of a category that the training part has not. */
    public enum Unknown {
        /** The row is refused. */
        ERROR,
        /** Every column of the row is 0. */
        IGNORE
    }

    private static final int MOST = 1 << 16;

    public OneHot() {
        this(List.of(), Unknown.ERROR);
    }

    public OneHot {
        columns = List.copyOf(columns);
    }

    @Override
    public Fitted fit(Dataset training) {
        List<String> names = columns.isEmpty()
                ? ColumnPick.names(training, columns, Column::isCategorical, "categorical")
                : ColumnPick.names(training, columns, c -> true, "");
        return new FittedOneHot(
                categories(
                        training,
                        names,
                        MOST,
                        "one_hot would make a column of each: hashing makes a few of them all, drop leaves it out"),
                unknown);
    }

    /**
     * The categories that occur in some columns, in the order of the column's own list or of its numbers.
     *
     * @param most how many a column may have
     * @param advice what to do with one that has more
     */
    static Map<String, List<String>> categories(Dataset training, List<String> names, int most, String advice) {
        int[] places = ColumnPick.indices(training, names);
        double[][] values = new ValueCounts(training, places).distinct(most, advice);
        Map<String, List<String>> categories = new LinkedHashMap<>();
        for (int k = 0; k < places.length; k++) {
            Column column = training.columns().get(places[k]);
            categories.put(
                    column.name(),
                    Arrays.stream(values[k])
                            .mapToObj(value -> column.label(value).orElseThrow())
                            .toList());
        }
        return categories;
    }
}
