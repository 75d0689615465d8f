package org.layerwise.dataio.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Split;

/** Cuts a data set by a column that names the part of each example. */
public final class NamedSplit {
    private NamedSplit() {}

    /** @throws DataException if the column is not there, names no part, or no example is for training */
    public static Split.Parts parts(Dataset dataset, String name) {
        int index = Lookup.column(dataset, name, "column");
        int[] partOf = IntStream.range(0, dataset.examples())
                .map(i -> part(dataset, i, index))
                .toArray();
        Dataset train = part(dataset, partOf, 0)
                .orElseThrow(() -> DataException.ofOption(
                        "column", dataset.source() + ": column " + Names.quoted(name) + " says train of no example"));
        return new Split.Parts(train, part(dataset, partOf, 1), part(dataset, partOf, 2));
    }

    private static Optional<Dataset> part(Dataset dataset, int[] partOf, int part) {
        int[] chosen =
                IntStream.range(0, partOf.length).filter(i -> partOf[i] == part).toArray();
        return chosen.length == 0 ? Optional.empty() : Optional.of(dataset.select(chosen));
    }

    private static int part(Dataset dataset, int example, int index) {
        Column column = dataset.columns().get(index);
        String label = column.label(dataset.feature(example, index)).orElse("");
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> 0;
            case "dev", "validation", "valid", "val" -> 1;
            case "test", "testing" -> 2;
            default ->
                throw DataException.ofOption(
                        "column",
                        dataset.place(example, column) + ": "
                                + (label.isEmpty() ? "the value is missing" : Names.quoted(label)) + "; a part is "
                                + Names.listed(List.of("train", "dev", "test")));
        };
    }
}
