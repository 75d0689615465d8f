package org.layerwise.dataio.transforms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.Names;

/** Says which categories of a data set the training part did not have. */
final class Unseen {
    private final Dataset dataset;
    private final int index;
    private final List<String> known;
    private final Map<Double, Boolean> isNew = new HashMap<>();
    private int count;
    /** In the order of the file. */
    private int first;

    private Unseen(Dataset dataset, String column, List<String> known) {
        this.dataset = dataset;
        this.index = ColumnPick.indices(dataset, List.of(column))[0];
        this.known = known;
    }

    /**
     * A sentence for each column that holds such.
     *
     * @param known the categories by column
     * @param becomes what the transform makes of others
     */
    static List<String> notes(Dataset dataset, Map<String, List<String>> known, String becomes) {
        List<Unseen> columns = new ArrayList<>();
        known.forEach((name, categories) -> columns.add(new Unseen(dataset, name, categories)));
        for (int i = 0; i < dataset.examples(); i++) {
            for (Unseen column : columns) {
                column.look(i);
            }
        }
        return columns.stream()
                .filter(column -> column.count > 0)
                .map(column -> column.note(becomes))
                .toList();
    }

    private void look(int example) {
        double value = dataset.feature(example, index);
        if (Double.isNaN(value) || !isNew.computeIfAbsent(value, v -> Categories.place(known, label(v)) < 0)) {
            return;
        }
        first = count == 0 || dataset.origin(example) < dataset.origin(first) ? example : first;
        count++;
    }

    private String label(double value) {
        return dataset.columns().get(index).label(value).orElseThrow();
    }

    private String note(String becomes) {
        return "column " + Names.quoted(dataset.columns().get(index).name()) + " has " + count
                + (count == 1 ? " value" : " values") + " that the training part has not, the first in "
                + dataset.place(first) + ", "
                + Names.quoted(label(dataset.feature(first, index))) + ": " + becomes;
    }
}
