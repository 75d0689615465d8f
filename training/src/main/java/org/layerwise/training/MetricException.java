package org.layerwise.training;

/** Says that a metric has no meaning for a task; lower case, no full stop. */
public final class MetricException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message what the metric needs, and what the task is */
    public MetricException(String message) {
        super(message);
    }
}
