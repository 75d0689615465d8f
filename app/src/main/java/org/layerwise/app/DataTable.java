package org.layerwise.app;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.layerwise.dataio.ColumnSummary;
import org.layerwise.dataio.ColumnSummary.Range;
import org.layerwise.dataio.DatasetSummary;

/** A data set's summary as lines for people. */
final class DataTable {
    /** Data sets with more features, images mostly, show them together. */
    private static final int MOST_COLUMNS = 60;

    private static final int MOST_CLASSES = 20;
    private static final int MOST_LABELS = 4;
    private static final int LONGEST_NAME = 40;

    private DataTable() {}

    static List<String> lines(String title, String format, DatasetSummary data) {
        List<String> lines = new ArrayList<>();
        lines.add(title + (format.equals("experiment") ? "" : " (" + format + ")") + ": " + size(data));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "type", "missing", "distinct", "min", "mean", "max", "sd", "most frequent"));
        if (data.features().size() > MOST_COLUMNS) {
            rows.add(together(data.features()));
        } else {
            data.features().forEach(column -> rows.add(row(column, "")));
        }
        data.targets().forEach(column -> rows.add(row(column, " (target)")));
        TextTable.lines(rows).forEach(line -> lines.add("  " + line));
        for (ColumnSummary column : data.targets()) {
            lines.addAll(classes(column));
        }
        constants(data).ifPresent(lines::add);
        return lines;
    }

    private static String size(DatasetSummary data) {
        String shape = data.shape().size() > 1
                ? " (" + data.shape().stream().map(String::valueOf).collect(Collectors.joining("x")) + ")"
                : "";
        return count(data.examples(), "row") + ", " + count(data.features().size(), "feature") + shape + ", "
                + count(data.targets().size(), "target") + ", " + bytes(data.bytes());
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : noun + "s");
    }

    private static String bytes(long bytes) {
        return bytes < 10_000
                ? bytes + " bytes"
                : bytes < 10_000_000
                        ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
                        : String.format(Locale.ROOT, "%,.1f MB", bytes / 1048576.0);
    }

    private static List<String> row(ColumnSummary column, String suffix) {
        List<String> row = new ArrayList<>(List.of(
                clip(column.column().name()) + suffix,
                column.type().name().toLowerCase(Locale.ROOT),
                String.valueOf(column.missing()),
                column.distinct() > ColumnSummary.MOST_LABELS
                        ? "> " + ColumnSummary.MOST_LABELS
                        : String.valueOf(column.distinct())));
        row.addAll(column.range().map(DataTable::range).orElse(List.of("", "", "", "")));
        boolean named = column.type() == ColumnSummary.Type.TEXT
                || !column.column().categories().isEmpty();
        row.add(named && suffix.isEmpty() ? frequent(column.counts()) : "");
        return row;
    }

    private static List<String> range(Range range) {
        return List.of(number(range.min()), number(range.mean()), number(range.max()), number(range.deviation()));
    }

    private static String frequent(Map<String, Integer> counts) {
        String labels = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_LABELS)
                .map(entry -> clip(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return counts.size() > MOST_LABELS ? labels + ", …" : labels;
    }

    private static List<String> together(List<ColumnSummary> columns) {
        long missing = columns.stream().mapToLong(ColumnSummary::missing).sum();
        String types = columns.stream()
                .map(column -> column.type().name().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        List<String> row = new ArrayList<>(List.of(
                clip(columns.get(0).column().name()) + " … "
                        + clip(columns.get(columns.size() - 1).column().name()),
                types,
                String.valueOf(missing),
                ""));
        row.addAll(pooled(columns).map(DataTable::range).orElse(List.of("", "", "", "")));
        row.add("");
        return row;
    }

    /** The range of all values of these columns. */
    private static Optional<Range> pooled(List<ColumnSummary> columns) {
        long known = columns.stream().mapToLong(ColumnSummary::known).sum();
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        for (ColumnSummary column : columns) {
            if (column.range().isPresent()) {
                Range range = column.range().get();
                least = Math.min(least, range.min());
                greatest = Math.max(greatest, range.max());
                sum += range.mean() * column.known();
                squares += (range.deviation() * range.deviation() + range.mean() * range.mean()) * column.known();
            }
        }
        double mean = sum / known;
        double deviation = Math.sqrt(Math.max(0, squares / known - mean * mean));
        return least <= greatest ? Optional.of(new Range(least, greatest, mean, deviation)) : Optional.empty();
    }

    private static List<String> classes(ColumnSummary column) {
        boolean few = column.distinct() <= MOST_CLASSES || column.type() == ColumnSummary.Type.TEXT;
        if (column.counts().isEmpty() || column.type() == ColumnSummary.Type.REAL || !few) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        column.counts().entrySet().stream()
                .limit(MOST_CLASSES)
                .forEach(entry -> rows.add(List.of(
                        clip(entry.getKey()),
                        String.valueOf(entry.getValue()),
                        String.format(Locale.ROOT, "%.1f %%", 100.0 * entry.getValue() / column.known()))));
        List<String> lines = new ArrayList<>();
        lines.add("  classes of " + clip(column.column().name()) + ":");
        TextTable.lines(rows).forEach(line -> lines.add("    " + line));
        if (column.counts().size() > MOST_CLASSES) {
            lines.add("    and " + (column.counts().size() - MOST_CLASSES) + " more");
        }
        return lines;
    }

    private static Optional<String> constants(DatasetSummary data) {
        List<String> names = data.features().stream()
                .filter(column -> column.distinct() <= 1 && data.examples() > 1)
                .map(column -> clip(column.column().name()))
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String some = names.stream().limit(5).collect(Collectors.joining(", "));
        return Optional.of("  " + count(names.size(), "feature") + " with a single value: " + some
                + (names.size() > 5 ? ", …" : ""));
    }

    private static String clip(String name) {
        String line = name.replaceAll("\\p{Cntrl}", "?");
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /** Six significant digits. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e9 ? rounded.toPlainString() : String.format(Locale.ROOT, "%.5e", value);
    }
}
