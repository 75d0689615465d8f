package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.layerwise.training.Better;

/**
 * What a sweep left.
 *
 * @param folder holds a run folder for each run, and {@code sweep.csv}
 * @param monitor the final value that ranks the runs
 * @param better which of two of its values is the better one
 * @param trials in their order
 */
public record SweepResult(Path folder, String monitor, Better better, List<TrialResult> trials) {
    /** Copies the list. */
    public SweepResult {
        trials = List.copyOf(trials);
    }

    /** The runs that have a value to rank them by, the best first; equal ones in their order. */
    public List<TrialResult> ranking() {
        Comparator<TrialResult> order = Comparator.comparingDouble(this::value);
        return trials.stream()
                .filter(trial -> !Double.isNaN(value(trial)))
                .sorted(better == Better.HIGHER ? order.reversed() : order)
                .toList();
    }

    /** The value that ranks a run; NaN where it has none. */
    public double value(TrialResult trial) {
        return trial.metrics().getOrDefault(monitor, Double.NaN);
    }
}
