package org.layerwise.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.layerwise.experiment.PreparedSweep;
import org.layerwise.experiment.SweepResult;
import org.layerwise.experiment.SweepRunner;
import org.layerwise.experiment.TrialResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweep FILE}: trains the runs that the {@code sweep:} of an experiment file describes. */
@Command(
        name = "sweep",
        header = "Trains many runs that differ in a few values.",
        description = "As sweep: in the experiment file says, over a grid or over random values. Leaves a folder with a"
                + " run folder for each and sweep.csv, and prints them by rank. A run that fails does not end the"
                + " others.")
final class SweepCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Session session;

    @Mixin
    private final ExperimentOptions experiment;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the sweep's folder goes; made when absent. Default: runs, below the working directory.")
    private Path out = Path.of("runs");

    SweepCommand(Session session) {
        this.session = session;
        this.experiment = new ExperimentOptions(session);
    }

    @Override
    public Integer call() {
        VectorModule.add();
        PreparedSweep sweep = experiment.prepareSweep();
        session.out().println(sweep.summary());
        int all = sweep.trials().size();
        try (Interruption interruption = Interruption.watch(wait -> false)) {
            SweepResult result = new SweepRunner(out)
                    .stopRequest(interruption::requested)
                    .follower(trial -> session.out().println(line(trial, all, sweep.monitor())))
                    .run(sweep);
            ranking(result, sweep.paths()).forEach(session.out()::println);
            session.out().println("sweep folder: " + result.folder());
            return code(result.trials(), interruption.requested());
        }
    }

    private static String line(TrialResult trial, int all, String monitor) {
        String why = trial.explanation()
                .lines()
                .findFirst()
                .map(first -> ": " + first)
                .orElse("");
        String value = trial.metrics().containsKey(monitor)
                ? ", " + monitor + " " + trial.metrics().get(monitor)
                : "";
        return "run " + trial.number() + "/" + all + "  " + values(trial) + "  " + trial.status() + why + value;
    }

    private static String values(TrialResult trial) {
        return trial.values().entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("  "));
    }

    private static List<String> ranking(SweepResult result, List<String> paths) {
        List<TrialResult> ranking = result.ranking();
        if (ranking.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("rank", "run"));
        heading.addAll(paths);
        heading.add(result.monitor());
        rows.add(heading);
        for (int i = 0; i < Math.min(SHOWN, ranking.size()); i++) {
            TrialResult trial = ranking.get(i);
            List<String> row = new ArrayList<>(List.of(Integer.toString(i + 1), Integer.toString(trial.number())));
            paths.forEach(path -> row.add(trial.values().getOrDefault(path, "")));
            row.add(String.valueOf(result.value(trial)));
            rows.add(row);
        }
        List<String> lines = new ArrayList<>(TextTable.lines(rows));
        if (ranking.size() > SHOWN) {
            lines.add("… " + (ranking.size() - SHOWN) + " more in sweep.csv");
        }
        return lines;
    }

    /** Done where a run came to its end; else what most of them say. */
    private static int code(List<TrialResult> trials, boolean interrupted) {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        boolean some = trials.stream()
                .anyMatch(trial ->
                        trial.status().equals("completed") || trial.status().equals("stopped"));
        boolean input = trials.stream().allMatch(trial -> trial.status().equals("failed"));
        return some ? ExitCode.DONE : input ? ExitCode.INPUT : ExitCode.FAILED_RUN;
    }
}
