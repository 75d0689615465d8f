package org.layerwise.training;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is known before the first step.
 *
 * @param firstEpoch the epoch that comes next, 0 unless the run is resumed
 * @param epochs the epochs that were asked for
 * @param examples the number of examples of each part
 * @param batchSize the examples of a batch
 * @param parameters the numbers that training changes
 * @param over whether no epoch comes any more: a run that had reached its end goes on only to be finished
 * @param metrics the names of the metrics that every {@link EpochRecord} will hold, in order
 */
public record TrainingStarted(
        long firstEpoch,
        long epochs,
        Map<Part, Integer> examples,
        int batchSize,
        long parameters,
        boolean over,
        List<String> metrics) {
    /** Of a run in which epochs come. */
    public TrainingStarted(
            long firstEpoch,
            long epochs,
            Map<Part, Integer> examples,
            int batchSize,
            long parameters,
            List<String> metrics) {
        this(firstEpoch, epochs, examples, batchSize, parameters, false, metrics);
    }

    /** Copies the collections. */
    public TrainingStarted {
        examples = Collections.unmodifiableMap(new EnumMap<>(examples));
        metrics = List.copyOf(metrics);
    }
}
