package org.layerwise.training.metrics;

/** How a metric that is made for one class is taken over several. */
public enum Average {
    /** The second of two classes alone. */
    BINARY,
    /** The plain mean over the classes. */
    MACRO,
    /** One value from the counts of all classes together. */
    MICRO,
    /** The mean over the classes, each weighted by its number of examples. */
    WEIGHTED
}
