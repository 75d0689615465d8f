package org.layerwise.core;

/** Says that matrices do not fit each other; the message prints both shapes: {@code W is 7x20 but its input has 12 features}. */
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message both shapes, lower case, no full stop */
    public ShapeException(String message) {
        super(message);
    }
}
