package org.layerwise.dataio;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Numeric columns that are called by a prefix and their number: of an image there are many, and they hold nothing. */
final class NumberedColumns extends AbstractList<Column> implements RandomAccess {
    private final String prefix;
    private final int count;

    NumberedColumns(String prefix, int count) {
        this.prefix = prefix;
        this.count = count;
    }

    @Override
    public Column get(int index) {
        return Column.numeric(prefix + (Objects.checkIndex(index, count) + 1));
    }

    @Override
    public int size() {
        return count;
    }
}
