package org.layerwise.training.metrics;

/** How a metric that is made for two classes is taken over more. */
public enum MultiClass {
    /** One class against all others: a value for each class. */
    OVR,
    /** One class against one other: a value for each pair of classes, from the examples of these two alone. */
    OVO
}
