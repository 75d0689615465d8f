package org.layerwise.dataio.readers;

/** Which axis of an array holds the examples. */
public enum ExampleAxis {
    /** The first one: an array of (examples, features). */
    ROWS,
    /** The last one: an array of (features, examples), as the course writes X. */
    COLUMNS,
    /** The first one: images of (examples, height, width, channels). */
    FIRST_AXIS
}
