package org.layerwise.experiment.internal.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.layerwise.experiment.RunResult;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.network.Network;
import org.layerwise.training.MetricValue;
import org.layerwise.training.StopReason;
import org.layerwise.training.TrainingResult;

/**
 * How a run ended, for the result and for {@code run.json}.
 *
 * @param record what {@code run.json} says of it
 */
record Ending(
        RunResult.Outcome outcome,
        String explanation,
        Map<String, Map<String, Double>> finalMetrics,
        Map<String, Object> record) {
    static final String TIME_IS_OVER = "max_time is over";

    /** Everything that {@link #record} may hold, and what a run adds to it at its end. */
    static final Set<String> KEYS = Set.of(
            "status",
            LimitedPredictions.KEY,
            "explanation",
            "epochs",
            "steps",
            "seconds",
            "restored_epoch",
            "parameters",
            "final",
            "tables",
            "diagnosis",
            "finished",
            "sha256");

    static Ending failed(RunResult.Outcome outcome, String explanation) {
        return new Ending(outcome, explanation, Map.of(), status(outcome, explanation));
    }

    static Ending of(TrainingResult result, Network network) {
        RunResult.Outcome outcome = outcome(result.reason());
        String explanation = explanation(result);
        Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
        result.evaluations().forEach((part, evaluation) -> metrics.put(part.label(), evaluation.scalars()));
        Map<String, Object> record = status(outcome, explanation);
        record.put("epochs", result.epochs());
        record.put("steps", result.steps());
        record.put("seconds", result.seconds());
        result.restoredEpoch().ifPresent(epoch -> record.put("restored_epoch", epoch));
        record.put("parameters", parameters(network));
        record.put("final", metrics);
        Map<String, Object> tables = tables(result);
        if (!tables.isEmpty()) {
            record.put("tables", tables);
        }
        return new Ending(outcome, explanation, metrics, record);
    }

    private static Map<String, Object> status(RunResult.Outcome outcome, String explanation) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("status", outcome.name().toLowerCase(Locale.ROOT));
        if (!explanation.isEmpty()) {
            record.put("explanation", explanation);
        }
        return record;
    }

    private static long parameters(Network network) {
        return network.parameters().stream()
                .mapToLong(p -> p.value().values().length)
                .sum();
    }

    /** The metrics that are no numbers, by the names of their parts and their own. */
    private static Map<String, Object> tables(TrainingResult result) {
        Map<String, Object> tables = new LinkedHashMap<>();
        result.evaluations()
                .forEach((part, evaluation) -> evaluation.metrics().forEach((name, value) -> {
                    if (value instanceof MetricValue.Table table) {
                        tables.put(part.label() + "_" + name, table(table));
                    }
                }));
        return tables;
    }

    private static Map<String, Object> table(MetricValue.Table table) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("rows", table.rows());
        written.put("columns", table.columns());
        written.put("cells", table.cells());
        return written;
    }

    private static RunResult.Outcome outcome(StopReason reason) {
        return switch (reason) {
            case EPOCHS_DONE -> RunResult.Outcome.COMPLETED;
            case EARLY_STOPPING, TARGET_REACHED, MAX_TIME -> RunResult.Outcome.STOPPED;
            case INTERRUPTED -> RunResult.Outcome.INTERRUPTED;
        };
    }

    private static String explanation(TrainingResult result) {
        String ended = reason(result);
        if (result.restoredEpoch().isEmpty() || result.reason() == StopReason.INTERRUPTED) {
            return ended;
        }
        String best = "the weights are the best ones, of epoch "
                + result.restoredEpoch().getAsLong() + " (from 0)";
        return ended.isEmpty() ? best : ended + "; " + best;
    }

    private static String reason(TrainingResult result) {
        String after = " after " + Texts.count(result.epochs(), "epoch", "epochs");
        return switch (result.reason()) {
            case EPOCHS_DONE -> "";
            case EARLY_STOPPING -> "stopped early" + after;
            case TARGET_REACHED -> "the values of stop_when are reached" + after;
            case MAX_TIME -> TIME_IS_OVER + after;
            case INTERRUPTED -> "interrupted" + after;
        };
    }
}
