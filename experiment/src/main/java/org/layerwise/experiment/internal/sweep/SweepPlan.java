package org.layerwise.experiment.internal.sweep;

import static org.layerwise.core.Options.require;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Many runs that differ in a few values.
 *
 * <pre>{@code
 * sweep:
 *   grid: {"network.layers[0].units": [2, 4, 8], "training.optimizer": [adam, {type: sgd, learning_rate: 0.1}]}
 *   parallel: 2
 *
 * sweep:
 *   random:
 *     training.optimizer.learning_rate: {min: 1e-4, max: 1, scale: log}
 *     "network.layers[0].units": {min: 4, max: 64}
 *     training.batch_size: [16, 32, 64]
 *   trials: 20
 * }</pre>
 *
 * @param grid values by path; a run for each combination, the last path changing fastest
 * @param random by path, a range or a list to draw from; a range whose ends are whole numbers gives whole numbers, both
 *     ends included; {@code scale: log} draws orders of magnitude alike
 * @param trials how many runs {@code random} makes, at least 1; required with it
 * @param seed of the draws; default the experiment's
 * @param parallel how many runs at a time, at least 1; results do not depend on it; default 1
 * @param monitor the final value that ranks the runs, {@code dev_accuracy} for instance; default what early stopping
 *     monitors, else dev_cost, else train_end_cost
 */
public record SweepPlan(
        Map<String, Choice.OneOf> grid,
        Map<String, Choice> random,
        Optional<Integer> trials,
        Optional<Long> seed,
        int parallel,
        Optional<String> monitor) {
    public SweepPlan() {
        this(Map.of(), Map.of(), Optional.empty(), Optional.empty(), 1, Optional.empty());
    }

    /** @throws org.layerwise.core.OptionException if a number is out of range */
    public SweepPlan {
        grid = Collections.unmodifiableMap(new LinkedHashMap<>(grid));
        random = Collections.unmodifiableMap(new LinkedHashMap<>(random));
        require(trials.orElse(1) >= 1, "trials", trials.orElse(1), ">= 1");
        require(parallel >= 1, "parallel", parallel, ">= 1");
    }
}
