package org.layerwise.dataio.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;

/** Columns of a table whose field in the header is empty, as that of the index is which pandas and R write. */
final class NamelessColumns {
    /** Of a table that is not in memory so many rows are looked at. */
    private static final int MOST_STREAMED = 1 << 16;
    /** What pandas makes of an empty field, and writes when it writes the table again. */
    private static final String BY_PANDAS = "Unnamed: \\d+";

    private NamelessColumns() {}

    /** The names of a table's columns: what stands in the header, or the position, counted from 1, where nothing does. */
    static List<String> names(List<String> first, boolean header) {
        return IntStream.range(0, first.size())
                .mapToObj(i -> header && !first.get(i).isBlank() ? first.get(i).strip() : String.valueOf(i + 1))
                .toList();
    }

    /**
     * What to say of those among the features, by name.
     *
     * @param place the file and the line of the header
     * @param header the fields of that line
     */
    static Map<String, String> notes(String place, List<String> header, Dataset data) {
        List<String> names = names(header, true);
        List<String> features = data.columns().stream().map(Column::name).toList();
        Map<String, String> notes = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            boolean nameless = header.get(i).isBlank();
            int feature = features.indexOf(names.get(i));
            if (feature >= 0 && (nameless || names.get(i).matches(BY_PANDAS))) {
                String what = nameless
                        ? "has no name, so its column is called '" + names.get(i) + "'"
                        : "is called '" + names.get(i) + "', as pandas calls a column without a name";
                String index = countsRows(data, feature)
                        ? ", and counts the rows, as the index does that pandas and R write beside a table; expected it to be"
                                + " left out, by features or the transform drop"
                        : "; expected a name, or the column to be left out, by features or the transform drop";
                notes.put(names.get(i), place + ": field " + (i + 1) + " " + what + index);
            }
        }
        return notes;
    }

    private static boolean countsRows(Dataset data, int column) {
        int rows = data.isStreamed() ? Math.min(MOST_STREAMED, data.examples()) : data.examples();
        double first = data.columns().get(column).isCategorical() ? Double.NaN : data.feature(0, column);
        return rows > 1
                && (first == 0 || first == 1)
                && IntStream.range(1, rows).allMatch(i -> data.feature(i, column) == first + i);
    }
}
