package org.layerwise.dataio.transforms;

import static org.layerwise.core.Options.require;

import java.util.List;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * Leaves out columns.
 *
 * @param columns the columns to leave out, at least one and not all
 */
public record Drop(@OneOrMore List<String> columns) implements Transform {
    /** @throws OptionException if no column is named */
    public Drop {
        columns = List.copyOf(columns);
        require(!columns.isEmpty(), "columns", columns, "at least one column");
    }

    @Override
    public Fitted fit(Dataset training) {
        ColumnPick.indices(training, columns);
        if (training.columns().stream().allMatch(column -> columns.contains(column.name()))) {
            throw DataException.ofOption("columns", "dropping these columns leaves no feature of " + training.source());
        }
        return new FittedDrop(columns);
    }
}
