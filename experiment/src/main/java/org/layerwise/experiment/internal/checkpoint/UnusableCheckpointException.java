package org.layerwise.experiment.internal.checkpoint;

/** Says why a checkpoint can't be gone on from. */
final class UnusableCheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableCheckpointException(String message) {
        super(message);
    }

    UnusableCheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
