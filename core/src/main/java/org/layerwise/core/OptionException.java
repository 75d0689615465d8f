package org.layerwise.core;

/**
 * Says that an option of a component is out of range: {@code learning_rate must be > 0, got -1.0}.
 *
 * <p>Components throw it from their canonical constructor; whoever reads an experiment file adds the place.
 */
public final class OptionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String option;

    /**
     * @param option the option's name as an experiment file writes it, in snake_case
     * @param message the whole message, lower case, no full stop
     */
    public OptionException(String option, String message) {
        super(message);
        this.option = option;
    }

    /** The option's name as an experiment file writes it. */
    public String option() {
        return option;
    }
}
