package org.layerwise.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.layerwise.experiment.FinishedRun;
import org.layerwise.experiment.Model;
import org.layerwise.experiment.PreparedExperiment;
import org.layerwise.network.LayerSpec;
import org.layerwise.training.EpochRecord;

/** Writes {@code report.html} into a run folder. */
public final class RunReport {
    private static final String FILE = "report.html";

    private final FinishedRun run;
    private final PreparedExperiment prepared;
    private final Model model;

    /**
     * A report of a finished run.
     *
     * @param run what it left
     * @param prepared what was run
     * @param model what it trained
     */
    public RunReport(FinishedRun run, PreparedExperiment prepared, Model model) {
        this.run = run;
        this.prepared = prepared;
        this.model = model;
    }

    /**
     * Writes the report and returns its path.
     *
     * @throws UncheckedIOException if it can't be written
     */
    public Path write() {
        Path file = run.folder().resolve(FILE);
        Path unfinished = run.folder().resolve(FILE + ".tmp");
        try {
            Files.writeString(unfinished, report().html(), StandardCharsets.UTF_8);
            return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Report report() throws IOException {
        List<EpochRecord> epochs = run.epochs();
        Classes classes = new Classes(prepared, model);
        return new Report(
                prepared.name(),
                summary(),
                metrics(),
                run.diagnosis(),
                charts(epochs),
                classes.boundary(),
                classes.mislabelled(),
                new HealthReport(run.health()),
                network(),
                facts(),
                Files.readString(run.folder().resolve("experiment.yaml"), StandardCharsets.UTF_8));
    }

    private String summary() {
        String ended = "Run " + run.status().replace('_', ' ');
        return run.explanation().isEmpty() ? ended + "." : ended + ": " + run.explanation();
    }

    private List<List<String>> metrics() {
        Set<String> names = new LinkedHashSet<>();
        run.finalMetrics().values().forEach(values -> names.addAll(values.keySet()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of("part")));
        rows.get(0).addAll(names);
        run.finalMetrics().forEach((part, values) -> {
            List<String> row = new ArrayList<>(List.of(part));
            names.forEach(name -> row.add(values.containsKey(name) ? String.valueOf(values.get(name)) : ""));
            rows.add(row);
        });
        return rows;
    }

    /** Costs in one chart; each metric in one of its own, with all parts. */
    private static List<Report.Chart> charts(List<EpochRecord> epochs) {
        Map<String, List<Series>> charts = new LinkedHashMap<>();
        charts.put("cost", new ArrayList<>(List.of(series("train_cost", epochs))));
        Set<String> columns = new LinkedHashSet<>();
        epochs.forEach(epoch -> columns.addAll(epoch.metrics().keySet()));
        columns.remove("train_end_cost");
        for (String column : columns) {
            String metric = column.replaceFirst("^(train|dev|test)_", "");
            charts.computeIfAbsent(metric, name -> new ArrayList<>()).add(series(column, epochs));
        }
        List<Report.Chart> drawable = new ArrayList<>();
        charts.forEach((metric, lines) -> {
            List<Series> some = lines.stream().filter(Series::isDrawable).toList();
            if (!some.isEmpty()) {
                drawable.add(new Report.Chart(heading(metric), some));
            }
        });
        return drawable;
    }

    private static Series series(String column, List<EpochRecord> epochs) {
        List<Double> x = epochs.stream().map(epoch -> (double) epoch.epoch()).toList();
        List<Double> y = epochs.stream()
                .map(epoch -> column.equals("train_cost")
                        ? epoch.trainCost()
                        : epoch.metrics().getOrDefault(column, Double.NaN))
                .toList();
        return new Series(column, x, y);
    }

    private static String heading(String metric) {
        String words = metric.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private List<List<String>> network() {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("layer", "inputs", "outputs")));
        int inputs = prepared.inputs();
        for (LayerSpec layer : prepared.experiment().network().layers()) {
            int outputs = layer.outputs(inputs);
            String name = prepared.registry()
                    .nameOf(LayerSpec.class, layer.getClass())
                    .orElse(layer.getClass().getSimpleName());
            rows.add(List.of(name, String.valueOf(inputs), String.valueOf(outputs)));
            inputs = outputs;
        }
        return rows;
    }

    private List<List<String>> facts() {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("", "")));
        prepared.summary().lines().forEach(line -> rows.add(List.of("", line)));
        prepared.warnings().forEach(warning -> rows.add(List.of("warning", warning)));
        run.limitedPredictions().ifPresent(warning -> rows.add(List.of("warning", warning)));
        rows.add(List.of("seed", String.valueOf(prepared.experiment().seed())));
        rows.add(List.of("folder", String.valueOf(run.folder().getFileName())));
        rows.add(List.of("java", String.valueOf(Runtime.version())));
        return rows;
    }
}
