package org.layerwise.app;

/** Says what is wrong with what the user gave on the command line, beyond its syntax. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
