package org.layerwise.gradcheck;

/** How the course reads the relative difference of two gradients. */
public enum Verdict {
    /** Below 1e-7: the gradient is right. */
    RIGHT,
    /** From 1e-7 to 1e-3: worth a look. */
    SUSPICIOUS,
    /** Above 1e-3, or no number at all: the gradient is wrong. */
    WRONG;

    private static final double RIGHT_BELOW = 1e-7;
    private static final double WRONG_ABOVE = 1e-3;

    /** Reads a relative difference; NaN is wrong. */
    public static Verdict of(double difference) {
        if (difference < RIGHT_BELOW) {
            return RIGHT;
        }
        return difference <= WRONG_ABOVE ? SUSPICIOUS : WRONG;
    }
}
