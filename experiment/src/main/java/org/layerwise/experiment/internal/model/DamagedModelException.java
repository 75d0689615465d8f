package org.layerwise.experiment.internal.model;

/** Says why a saved model can't be used: file, place and what is wrong. */
public final class DamagedModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedModelException(String message) {
        super(message);
    }

    DamagedModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
