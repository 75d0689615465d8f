package org.layerwise.experiment.internal.run;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.transforms.Drop;
import org.layerwise.experiment.internal.Texts;

/** Refuses features that are dates or times as texts: each day as a category of its own is not what anyone means. */
final class DateColumns {
    /** Where the first known value is looked for: in so many rows. */
    private static final int LOOKED_AT = 100_000;

    private final Located located;

    DateColumns(Located located) {
        this.located = located;
    }

    /** Whether no such feature reaches the network; those that do are mistakes at the file. */
    boolean areAbsent(Parts raw) {
        Set<String> dropped = dropped();
        boolean absent = true;
        for (int c = 0; c < raw.train().features(); c++) {
            Column column = raw.train().columns().get(c);
            if (column.isDate() && !dropped.contains(column.name())) {
                refuse(raw, c);
                absent = false;
            }
        }
        return absent;
    }

    private void refuse(Parts raw, int c) {
        Column column = raw.train().columns().get(c);
        located.wrong(
                new DataPlaces(located).file(),
                raw.train().source() + ": column " + Texts.quote(column.name()) + " holds dates or times"
                        + first(raw, c)
                        + "; expected numbers: leave it out through features or the transform drop, turn it into numbers"
                        + " before, such as days or the hour of the day, or list it under categorical if each of its "
                        + column.categories().size() + " texts is a category");
    }

    /** {@code , '2024-01-31' in row 1}. */
    private static String first(Parts raw, int c) {
        int row = Integer.MAX_VALUE;
        String text = "";
        for (Dataset part : raw.byName().values()) {
            OptionalInt known = part.source().equals(raw.train().source()) ? first(part, c) : OptionalInt.empty();
            if (known.isPresent() && part.origin(known.getAsInt()) < row) {
                row = part.origin(known.getAsInt());
                text = part.columns()
                        .get(c)
                        .label(part.feature(known.getAsInt(), c))
                        .orElseThrow();
            }
        }
        return text.isEmpty() ? "" : ", " + Texts.quote(text) + " in row " + (row + 1);
    }

    /** The example of the first row that has a value. */
    private static OptionalInt first(Dataset part, int c) {
        return IntStream.range(0, Math.min(LOOKED_AT, part.examples()))
                .filter(i -> !Double.isNaN(part.feature(i, c)))
                .reduce((one, other) -> part.origin(one) <= part.origin(other) ? one : other);
    }

    private Set<String> dropped() {
        Set<String> dropped = new HashSet<>();
        for (int i = 0; located.has("data.transforms[" + i + "]"); i++) {
            Optional<Transform> transform = located.at("data.transforms[" + i + "]", Transform.class);
            if (transform.isPresent() && transform.get() instanceof Drop drop) {
                dropped.addAll(drop.columns());
            }
        }
        return dropped;
    }
}
