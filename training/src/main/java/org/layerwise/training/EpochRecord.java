package org.layerwise.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is recorded of a logged epoch: a row of {@code metrics.csv}.
 *
 * @param epoch from 0
 * @param step updates done before it
 * @param trainCost the cost before each update, averaged over the epoch's examples; with a full batch the cost before
 *     its only update. Includes the penalty, and the weights of examples and classes
 * @param lastBatchCost the cost of the last mini-batch before its update
 * @param learningRate of the epoch's first update
 * @param seconds of training up to the end of this epoch's updates
 * @param metrics by part and name, measured after the epoch's updates with noise off: {@code train_end_cost}, {@code
 *     train_accuracy}, {@code dev_cost}, {@code dev_accuracy}, …
 */
public record EpochRecord(
        long epoch,
        long step,
        double trainCost,
        double lastBatchCost,
        double learningRate,
        double seconds,
        Map<String, Double> metrics) {
    /** Copies the map, keeping its order. */
    public EpochRecord {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
