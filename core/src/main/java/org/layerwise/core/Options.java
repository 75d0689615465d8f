package org.layerwise.core;

/** Checks the options of components; meant for a static import in their constructors. */
public final class Options {
    private Options() {}

    /**
     * Refuses an option that is out of range.
     *
     * <pre>{@code require(slope >= 0 && slope < 1, "slope", slope, "in [0, 1)")}</pre>
     *
     * @param option the option's name as an experiment file writes it, in snake_case
     * @param expected what is allowed, to follow "must be"
     * @throws OptionException if the condition does not hold
     */
    public static void require(boolean condition, String option, Object value, String expected) {
        if (!condition) {
            throw new OptionException(option, option + " must be " + expected + ", got " + value);
        }
    }

    /** Refuses NaN, infinity and numbers that are not above zero. */
    public static void requirePositive(String option, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, option, value, "> 0");
    }

    /** Refuses NaN, infinity and numbers below zero. */
    public static void requireNonNegative(String option, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, option, value, ">= 0");
    }

    /** Refuses NaN and infinity. */
    public static void requireFinite(String option, double value) {
        require(Double.isFinite(value), option, value, "a finite number");
    }
}
