package org.layerwise.dataio.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.Names;

/** Says which categories of a data set the training part did not have. */
final class Unseen {
    private Unseen() {}

    /**
     * A sentence for each column that holds such.
     *
     * @param known the categories by column
     * @param becomes what the transform makes of others
     */
    static List<String> notes(Dataset dataset, Map<String, List<String>> known, String becomes) {
        List<String> notes = new ArrayList<>();
        known.forEach((name, categories) ->
                note(dataset, name, Set.copyOf(categories), becomes).ifPresent(notes::add));
        return notes;
    }

    private static Optional<String> note(Dataset dataset, String name, Set<String> known, String becomes) {
        int index = ColumnPick.indices(dataset, List.of(name))[0];
        Column column = dataset.columns().get(index);
        int count = 0;
        String first = "";
        for (int i = 0; i < dataset.examples(); i++) {
            Optional<String> label = column.label(dataset.feature(i, index));
            if (label.isPresent() && !known.contains(label.get())) {
                first = count == 0 ? dataset.place(i) + ", " + Names.quoted(label.get()) : first;
                count++;
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of("column " + Names.quoted(name) + " has " + count
                        + (count == 1 ? " value" : " values") + " that the training part has not, the first in " + first
                        + ": " + becomes);
    }
}
