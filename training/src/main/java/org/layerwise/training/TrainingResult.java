package org.layerwise.training;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run ended with. The network holds the trained parameters.
 *
 * @param reason why it ended
 * @param epochs epochs that are done, those before a resumption included
 * @param steps updates that are done
 * @param seconds of training
 * @param restoredEpoch the epoch after whose updates the parameters stood as they are now, where the best ones were put
 *     back; empty where they are the last ones
 * @param evaluations cost and metrics of each part with the final parameters, noise off; empty if interrupted
 * @param history the records of this call, in order
 */
public record TrainingResult(
        StopReason reason,
        long epochs,
        long steps,
        double seconds,
        OptionalLong restoredEpoch,
        Map<Part, Evaluation> evaluations,
        List<EpochRecord> history) {
    /** Copies the collections. */
    public TrainingResult {
        EnumMap<Part, Evaluation> copy = new EnumMap<>(Part.class);
        copy.putAll(evaluations);
        evaluations = Collections.unmodifiableMap(copy);
        history = List.copyOf(history);
    }

    /** Cost and metrics of a part with the final parameters; empty if interrupted or there is no such part. */
    public Optional<Evaluation> evaluation(Part part) {
        return Optional.ofNullable(evaluations.get(part));
    }
}
