package org.layerwise.network;

/** What the target Y of a loss holds. */
public enum TargetKind {
    /** One row for each output, of 0 and 1. */
    BINARY,
    /** One row for each class; each column has a single 1 (or is a distribution). */
    ONE_HOT,
    /** Numbers as they are: regression. */
    NUMERIC
}
