package org.layerwise.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.layerwise.experiment.internal.run.CrossValidationFolder;

/** Trains an experiment with {@code cross_validation} once for each fold, each a run of its own, in one folder. */
public final class CrossValidation {
    private final List<PreparedExperiment> folds;
    private final PreparedExperiment whole;

    private CrossValidation(PreparedExperiment whole, List<PreparedExperiment> folds) {
        this.whole = whole;
        this.folds = List.copyOf(folds);
    }

    /** Whether an experiment asks for several folds. */
    public static boolean isAskedFor(PreparedExperiment prepared) {
        return prepared.experiment()
                .crossValidation()
                .map(plan -> plan.only().isEmpty())
                .orElse(false);
    }

    /**
     * Prepares all folds, so that a mistake in any of them is found before the first is trained.
     *
     * @param prepared an experiment that asks for several folds
     * @param overrides those with which it was prepared
     * @throws ExperimentException with all mistakes of the first fold that has any
     */
    public static CrossValidation of(PreparedExperiment prepared, List<String> overrides) {
        int count = prepared.experiment().crossValidation().orElseThrow().folds();
        List<PreparedExperiment> folds = new ArrayList<>();
        for (int fold = 1; fold <= count; fold++) {
            List<String> own = new ArrayList<>(overrides);
            own.add("cross_validation.only=" + fold);
            own.add("name=" + '"' + prepared.name() + "-fold-" + fold + '"');
            folds.add(new Experiments(prepared.registry()).prepare(prepared.file(), own));
        }
        return new CrossValidation(prepared, folds);
    }

    /** How many folds there are. */
    public int folds() {
        return folds.size();
    }

    /**
     * What came out: the run of each fold and, by part and metric, mean and standard deviation over the folds.
     *
     * @param folder the folder that holds those of the runs
     * @param runs in the order of the folds; fewer where one did not end well
     * @param means by part and name
     */
    public record Result(Path folder, List<RunResult> runs, Map<String, Map<String, Spread>> means) {
        public Result {
            runs = List.copyOf(runs);
        }
    }

    /**
     * Mean and standard deviation of some numbers.
     *
     * @param mean {@code 1/n Σ x}
     * @param standardDeviation {@code √(1/(n-1) Σ (x - mean)²)}; 0 for a single number
     */
    public record Spread(double mean, double standardDeviation) {
        static Spread of(List<Double> values) {
            double mean = values.stream().mapToDouble(v -> v).sum() / values.size();
            double squares =
                    values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            return new Spread(mean, values.size() > 1 ? Math.sqrt(squares / (values.size() - 1)) : 0);
        }
    }

    /**
     * Trains the folds one after the other, and stops after one that did not end well.
     *
     * @param out the parent of the new folder
     * @param training trains one fold and leaves its run folder below the given one
     * @throws ExperimentException if the folder can't be made or written
     */
    public Result run(Path out, BiFunction<Path, PreparedExperiment, RunResult> training) {
        CrossValidationFolder folder =
                CrossValidationFolder.create(out, whole.file(), whole.experiment(), whole.registry());
        List<RunResult> runs = new ArrayList<>();
        for (PreparedExperiment fold : folds) {
            runs.add(training.apply(folder.path(), fold));
            RunResult.Outcome outcome = runs.get(runs.size() - 1).outcome();
            if (outcome != RunResult.Outcome.COMPLETED && outcome != RunResult.Outcome.STOPPED) {
                break;
            }
        }
        Result result = new Result(folder.path(), runs, means(runs));
        try {
            folder.write(result, whole.warnings());
        } catch (IOException e) {
            throw new ExperimentException(folder.path() + " can't be written: " + e.getMessage());
        }
        return result;
    }

    private static Map<String, Map<String, Spread>> means(List<RunResult> runs) {
        Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();
        runs.forEach(run -> run.finalMetrics()
                .forEach((part, metrics) ->
                        metrics.forEach((name, value) -> values.computeIfAbsent(part, p -> new LinkedHashMap<>())
                                .computeIfAbsent(name, n -> new ArrayList<>())
                                .add(value))));
        Map<String, Map<String, Spread>> means = new LinkedHashMap<>();
        values.forEach((part, metrics) -> {
            Map<String, Spread> spreads = new LinkedHashMap<>();
            metrics.forEach((name, list) -> spreads.put(name, Spread.of(list)));
            means.put(part, spreads);
        });
        return means;
    }
}
