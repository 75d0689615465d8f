package org.layerwise.training;

import java.util.Locale;

/** A part of the data. */
public enum Part {
    /** What the parameters are fitted to. */
    TRAIN,
    /** What choices are made by while developing: stopping, the best weights, options. */
    DEV,
    /** What is looked at once, at the end. */
    TEST;

    /** The name that columns and files begin with: {@code train}, {@code dev}, {@code test}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
