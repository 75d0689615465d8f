package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one run of a sweep ended.
 *
 * @param number from 1
 * @param values what it was run with, by path
 * @param status {@code completed}, {@code stopped}, {@code diverged}, {@code interrupted}, {@code failed} or {@code
 *     not_run}
 * @param explanation why; empty where all epochs were trained
 * @param folder its run folder; empty where there is none
 * @param metrics final values by name: {@code train_end_cost}, {@code dev_accuracy}, …
 */
public record TrialResult(
        int number,
        Map<String, String> values,
        String status,
        String explanation,
        Optional<Path> folder,
        Map<String, Double> metrics) {
    /** Copies the maps, keeping their order. */
    public TrialResult {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
