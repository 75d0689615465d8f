package org.layerwise.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.layerwise.experiment.FinishedRun;
import org.layerwise.experiment.JsonText;
import org.layerwise.training.Better;

/** Several runs side by side: final metrics with the best of each, and the keys in which their experiments differ. */
final class Comparison {
    private static final String BEST = " *";

    private final List<FinishedRun> runs;
    private final Set<String> metrics = new LinkedHashSet<>();
    private final Set<String> keys = new TreeSet<>();

    Comparison(List<FinishedRun> runs) {
        this.runs = List.copyOf(runs);
        for (FinishedRun run : runs) {
            values(run).keySet().forEach(metrics::add);
            keys.addAll(run.settings().keySet());
        }
        keys.removeIf(key -> key.equals("name")
                || runs.stream().map(run -> setting(run, key)).distinct().count() < 2);
    }

    /** {@code dev_accuracy} and its kin; {@code train_cost} is the cost at the end here. */
    private static Map<String, Double> values(FinishedRun run) {
        Map<String, Double> values = new LinkedHashMap<>();
        run.finalMetrics()
                .forEach((part, byName) -> byName.forEach((name, value) -> values.put(part + "_" + name, value)));
        return values;
    }

    private static String setting(FinishedRun run, String key) {
        return run.settings().getOrDefault(key, "");
    }

    /** A table of the runs and one of the differences. */
    List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("run", "status", "epochs"));
        heading.addAll(metrics);
        rows.add(heading);
        for (FinishedRun run : runs) {
            List<String> row =
                    new ArrayList<>(List.of(run.folder().toString(), run.status(), Long.toString(run.epochsDone())));
            metrics.forEach(metric -> row.add(cell(run, metric)));
            rows.add(row);
        }
        List<String> lines = new ArrayList<>(TextTable.lines(rows));
        lines.add("");
        lines.addAll(keys.isEmpty() ? List.of("the experiments are the same") : differences());
        return lines;
    }

    private String cell(FinishedRun run, String metric) {
        Map<String, Double> values = values(run);
        return values.containsKey(metric) ? values.get(metric) + (best(metric).contains(run) ? BEST : "") : "";
    }

    private List<String> differences() {
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("differs"));
        runs.forEach(run -> heading.add(String.valueOf(run.folder().getFileName())));
        rows.add(heading);
        for (String key : keys) {
            List<String> row = new ArrayList<>(List.of(key));
            runs.forEach(run -> row.add(run.settings().getOrDefault(key, "–")));
            rows.add(row);
        }
        return TextTable.lines(rows);
    }

    /** The runs with the best value; none where all are equal, or nobody knows which way is better. */
    private List<FinishedRun> best(String metric) {
        String name = metric.substring(metric.indexOf('_') + 1);
        List<Better> directions = runs.stream()
                .map(run -> run.directions().getOrDefault(name, Better.NEITHER))
                .distinct()
                .filter(better -> better != Better.NEITHER)
                .toList();
        List<Double> known = runs.stream()
                .map(run -> values(run).getOrDefault(metric, Double.NaN))
                .filter(value -> !value.isNaN())
                .distinct()
                .toList();
        if (directions.size() != 1 || known.size() < 2) {
            return List.of();
        }
        double best = directions.get(0) == Better.HIGHER
                ? known.stream().mapToDouble(v -> v).max().orElseThrow()
                : known.stream().mapToDouble(v -> v).min().orElseThrow();
        return runs.stream()
                .filter(run -> values(run).getOrDefault(metric, Double.NaN) == best)
                .toList();
    }

    /** The same as JSON. */
    String json() {
        Map<String, Object> best = new LinkedHashMap<>();
        metrics.forEach(metric -> best.put(
                metric,
                best(metric).stream().map(run -> run.folder().toString()).toList()));
        Map<String, Object> differences = new LinkedHashMap<>();
        for (String key : keys) {
            Map<String, Object> byRun = new LinkedHashMap<>();
            runs.stream()
                    .filter(run -> run.settings().containsKey(key))
                    .forEach(run -> byRun.put(run.folder().toString(), setting(run, key)));
            differences.put(key, byRun);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("runs", runs.stream().map(Comparison::record).toList());
        all.put("best", best);
        all.put("differences", differences);
        return JsonText.of(all);
    }

    private static Map<String, Object> record(FinishedRun run) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("run", run.folder().toString());
        record.put("status", run.status());
        record.put("epochs", run.epochsDone());
        record.put("final", run.finalMetrics());
        return record;
    }
}
