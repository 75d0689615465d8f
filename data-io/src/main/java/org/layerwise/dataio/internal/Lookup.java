package org.layerwise.dataio.internal;

import java.util.List;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;

/** Finds the column that an option of a split names. */
final class Lookup {
    private Lookup() {}

    /** @throws DataException of that option if the column is not among the features */
    static int column(Dataset dataset, String name, String option) {
        List<String> names = dataset.columns().stream().map(Column::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw DataException.ofOption(
                    option,
                    "no column " + Names.quoted(name) + " among the features of " + dataset.source()
                            + Names.hint(name, names));
        }
        return index;
    }
}
