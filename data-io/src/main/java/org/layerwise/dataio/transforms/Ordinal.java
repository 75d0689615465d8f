package org.layerwise.dataio.transforms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * Replaces the categories of a column by their numbers 0, 1, …, for categories that have an order.
 *
 * <p>The categories are those of the training part, texts sorted by code point, numbers ascending, unless their order is
 * given. Missing values stay missing. A column with more than a million categories is refused.
 * <p>Source: scikit-learn, {@code OrdinalEncoder}.
 *
 * @param columns columns to replace; default all categorical ones, or those of which the order is given
 * @param order by column, its categories from 0 on: {@code {size: [S, M, L]}}; default none
 * @param unknown what becomes of a category that is not known: {@code error}, or {@code ignore}, which makes it -1; default
 *     error
 */
public record Ordinal(@OneOrMore List<String> columns, Map<String, List<String>> order, OneHot.Unknown unknown)
        implements Transform {
    private static final int MOST = 1_000_000;

    public Ordinal() {
        this(List.of(), Map.of());
    }

    /** A category that is not known is an error. */
    public Ordinal(List<String> columns, Map<String, List<String>> order) {
        this(columns, order, OneHot.Unknown.ERROR);
    }

    /** @throws OptionException if an order is given for a column that is not listed */
    public Ordinal {
        columns = List.copyOf(columns);
        order = Collections.unmodifiableMap(new LinkedHashMap<>(order));
        for (String name : order.keySet()) {
            if (!columns.isEmpty() && !columns.contains(name)) {
                throw new OptionException("order", "order names column '" + name + "', which columns does not list");
            }
        }
    }

    @Override
    public Fitted fit(Dataset training) {
        List<String> wanted = columns.isEmpty() ? List.copyOf(order.keySet()) : columns;
        List<String> names = wanted.isEmpty()
                ? ColumnPick.names(training, wanted, Column::isCategorical, "categorical")
                : ColumnPick.names(training, wanted, c -> true, "");
        List<String> found =
                names.stream().filter(name -> !order.containsKey(name)).toList();
        Map<String, List<String>> fromData = OneHot.categories(
                training, found, MOST, "ordinal keeps them all with the model: hashing keeps none, drop leaves it out");
        Map<String, List<String>> categories = new LinkedHashMap<>();
        names.forEach(name -> categories.put(name, order.containsKey(name) ? order.get(name) : fromData.get(name)));
        return new FittedOrdinal(categories, unknown);
    }
}
