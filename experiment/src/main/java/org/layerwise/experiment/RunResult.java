package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a run left.
 *
 * @param folder the run folder
 * @param outcome how it ended
 * @param explanation one line on why it ended; empty when all epochs were trained
 * @param finalMetrics by part and name, as in {@code run.json}: {@code {"train": {"cost": 0.04, "accuracy": 1.0}}}
 */
public record RunResult(
        Path folder, Outcome outcome, String explanation, Map<String, Map<String, Double>> finalMetrics) {
    /** How a run ended. */
    public enum Outcome {
        /** All epochs were trained. */
        COMPLETED,
        /** A rule of the file ended it before the last epoch: early stopping, a target reached, the time. */
        STOPPED,
        /** A cost, gradient or weight was no longer finite. */
        DIVERGED,
        /** The gradient check that the file asks for failed; nothing was trained. */
        GRADIENT_CHECK_FAILED,
        /** It was told to stop from outside. */
        INTERRUPTED
    }
}
