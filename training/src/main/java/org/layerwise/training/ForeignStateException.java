package org.layerwise.training;

/** Says that a state is of another network, optimizer or setting, and what differs first. */
public final class ForeignStateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ForeignStateException(String what) {
        super("the state is of another run: " + what);
    }
}
