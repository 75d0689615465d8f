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

/**
 * Replaces each categorical column, where it stands, by one column of 0 and 1 for each category: {@code Sex=female},
 * {@code Sex=male}.
 *
 * <p>The categories are those of the training part: texts sorted by code point, numbers ascending. A numeric column that
 * is listed is taken as categories. A missing value is an error; impute before.
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
        Map<String, List<String>> categories = new LinkedHashMap<>();
        for (int index : ColumnPick.indices(training, names)) {
            categories.put(training.columns().get(index).name(), categories(training, index));
        }
        return new FittedOneHot(categories, unknown);
    }

    /** The categories that occur, in the order of the column's own list or of its numbers. */
    static List<String> categories(Dataset training, int index) {
        Column column = training.columns().get(index);
        return Arrays.stream(ColumnPick.someKnown(training, index))
                .distinct()
                .sorted()
                .mapToObj(value -> column.label(value).orElseThrow())
                .toList();
    }
}
