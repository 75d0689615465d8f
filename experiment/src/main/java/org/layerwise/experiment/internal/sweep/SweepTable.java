package org.layerwise.experiment.internal.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerwise.experiment.SweepResult;
import org.layerwise.experiment.TrialResult;
import org.layerwise.experiment.internal.Numbers;

/** The runs of a sweep as {@code sweep.csv}: a row for each, in their order, with its rank. */
public final class SweepTable {
    private SweepTable() {}

    /** The whole file: {@code trial,rank,status,<paths…>,<final metrics…>,folder,explanation}. */
    public static String csv(List<String> paths, SweepResult result) {
        Set<String> metrics = new LinkedHashSet<>();
        result.trials().forEach(trial -> metrics.addAll(trial.metrics().keySet()));
        List<String> heading = new ArrayList<>(List.of("trial", "rank", "status"));
        heading.addAll(paths);
        heading.addAll(metrics);
        heading.addAll(List.of("folder", "explanation"));
        StringBuilder csv = new StringBuilder(row(heading));
        List<TrialResult> ranking = result.ranking();
        for (TrialResult trial : result.trials()) {
            int rank = ranking.indexOf(trial) + 1;
            List<String> cells = new ArrayList<>(
                    List.of(Integer.toString(trial.number()), rank > 0 ? "" + rank : "", trial.status()));
            paths.forEach(path -> cells.add(trial.values().getOrDefault(path, "")));
            metrics.forEach(name -> cells.add(
                    trial.metrics().containsKey(name)
                            ? Numbers.shortest(trial.metrics().getOrDefault(name, Double.NaN))
                            : ""));
            cells.add(trial.folder()
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .orElse(""));
            cells.add(trial.explanation());
            csv.append(row(cells));
        }
        return csv.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(SweepTable::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
