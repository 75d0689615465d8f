package org.layerwise.dataio.internal;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.layerwise.dataio.Column;

/** How often each value of a column comes, by its label. Labels are made when they are asked for: of an image there are millions. */
public final class LabelCounts extends AbstractMap<String, Integer> {
    private final Column column;
    private final CountedValues values;

    /** @param values to which no more are added */
    LabelCounts(Column column, CountedValues values) {
        this.column = column;
        this.values = values;
    }

    @Override
    public boolean isEmpty() {
        return values.distinct() == 0;
    }

    /** In the order of the values. */
    @Override
    public Set<Entry<String, Integer>> entrySet() {
        Map<String, Integer> labels = new LinkedHashMap<>();
        for (double value : values.sorted()) {
            labels.merge(column.label(value).orElse(""), values.times(value), Integer::sum);
        }
        return Collections.unmodifiableMap(labels).entrySet();
    }
}
