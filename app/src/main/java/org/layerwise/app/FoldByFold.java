package org.layerwise.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.layerwise.experiment.CrossValidation;
import org.layerwise.experiment.ExperimentRunner;
import org.layerwise.experiment.PreparedExperiment;
import org.layerwise.experiment.RunResult;

/** Trains the folds of a cross-validation one after the other and shows what came out over them. */
final class FoldByFold {
    private final Session session;
    private final PluginsOption plugins;
    private final CrossValidation folds;
    private int number;
    private int code = ExitCode.DONE;

    FoldByFold(Session session, PluginsOption plugins, CrossValidation folds) {
        this.session = session;
        this.plugins = plugins;
        this.folds = folds;
    }

    /** Leaves a new folder with those of the runs, and gives the exit code. */
    int into(Path out) {
        CrossValidation.Result result = folds.run(out, this::train);
        table(result.means()).forEach(session.out()::println);
        String left = result.runs().size() < folds.folds() ? " of " + folds.folds() : "";
        session.out()
                .println("mean ± standard deviation over " + result.runs().size() + left + " folds; folder: "
                        + result.folder());
        return code;
    }

    private RunResult train(Path folder, PreparedExperiment fold) {
        number++;
        session.out().println("fold " + number + " of " + folds.folds());
        ExperimentRunner runner = new ExperimentRunner(folder);
        List<RunResult> result = new ArrayList<>();
        code = new Supervision(session, plugins, runner).over(fold, () -> {
            RunResult run = runner.run(fold);
            result.add(run);
            return run;
        });
        return result.get(0);
    }

    private static List<String> table(Map<String, Map<String, CrossValidation.Spread>> means) {
        List<String> metrics = means.values().stream()
                .flatMap(values -> values.keySet().stream())
                .distinct()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of("")));
        rows.get(0).addAll(metrics);
        means.forEach((part, values) -> {
            List<String> row = new ArrayList<>(List.of(part));
            metrics.forEach(metric -> row.add(values.containsKey(metric) ? text(values.get(metric)) : ""));
            rows.add(row);
        });
        return metrics.isEmpty() ? List.of() : TextTable.lines(rows);
    }

    private static String text(CrossValidation.Spread spread) {
        return String.format(Locale.ROOT, "%.6g ± %.2g", spread.mean(), spread.standardDeviation());
    }
}
