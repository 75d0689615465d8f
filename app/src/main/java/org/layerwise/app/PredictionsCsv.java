package org.layerwise.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.layerwise.experiment.Predictions;

/** Writes predictions as CSV (RFC 4180, lines end with a line feed), one line for each example, numbers in full precision. */
final class PredictionsCsv {
    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

    private PredictionsCsv() {}

    /**
     * Writes a heading and the examples: {@code prediction,probability_cat,probability_non-cat} for classes, the
     * targets' names for regression. Images are named in a first column {@code file}.
     */
    static void write(Predictions predictions, Appendable csv) throws IOException {
        heading(predictions, csv);
        examples(predictions, csv);
    }

    /** Writes the heading alone. */
    static void heading(Predictions predictions, Appendable csv) throws IOException {
        boolean classes = !predictions.labels().isEmpty();
        List<String> heading = new ArrayList<>();
        boolean files = !predictions.files().isEmpty();
        if (files) {
            heading.add("file");
        }
        if (classes) {
            heading.add("prediction");
        }
        predictions.outputNames().forEach(name -> heading.add(classes ? "probability_" + name : name));
        line(heading, csv);
    }

    /** Writes the examples alone. */
    static void examples(Predictions predictions, Appendable csv) throws IOException {
        boolean classes = !predictions.labels().isEmpty();
        boolean files = !predictions.files().isEmpty();
        for (int example = 0; example < predictions.values().getColumnDimension(); example++) {
            List<String> cells = new ArrayList<>();
            if (files) {
                cells.add(predictions.files().get(example));
            }
            if (classes) {
                cells.add(predictions.labels().get(example));
            }
            for (int output = 0; output < predictions.values().getRowDimension(); output++) {
                cells.add(Double.toString(predictions.values().getEntry(output, example)));
            }
            line(cells, csv);
        }
    }

    private static void line(List<String> cells, Appendable csv) throws IOException {
        csv.append(cells.stream().map(PredictionsCsv::quoted).collect(Collectors.joining(",", "", "\n")));
    }

    private static String quoted(String cell) {
        return SPECIAL.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
