package org.layerwise.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerwise.training.EpochRecord;

/** The rows of a run's {@code metrics.csv}, from its first epoch on, however often it was resumed. */
public final class RunMetrics {
    private static final String FILE = "metrics.csv";
    /** epoch, step, train_cost, last_batch_cost, learning_rate, seconds; metrics follow. */
    private static final int FIXED = 6;

    private RunMetrics() {}

    /**
     * Reads them.
     *
     * @param run the run folder
     * @throws ExperimentException if there are none, or they are damaged
     */
    public static List<EpochRecord> read(Path run) {
        Path file = run.resolve(FILE);
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            List<String> names =
                    lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
            return lines.stream().skip(1).map(line -> row(names, line)).toList();
        } catch (IOException e) {
            throw new ExperimentException(file + " can't be read: " + e.getMessage() + "; expected the rows of a run");
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new ExperimentException(file + " is damaged: " + e.getMessage() + "; expected the rows of a run");
        }
    }

    private static EpochRecord row(List<String> names, String line) {
        String[] cells = line.split(",", -1);
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (int i = FIXED; i < names.size(); i++) {
            if (!cells[i].isEmpty()) {
                metrics.put(names.get(i), number(cells[i]));
            }
        }
        return new EpochRecord(
                Long.parseLong(cells[0]),
                Long.parseLong(cells[1]),
                number(cells[2]),
                number(cells[3]),
                number(cells[4]),
                number(cells[5]),
                metrics);
    }

    private static double number(String cell) {
        return switch (cell) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }
}
