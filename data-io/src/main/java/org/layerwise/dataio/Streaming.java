package org.layerwise.dataio;

/** Whether features are read from their file whenever they are asked for, instead of being kept in memory. */
public enum Streaming {
    /** Where what a reader reads is estimated at more than a quarter of the greatest heap. */
    AUTO,
    /** Wherever a reader can. */
    ALWAYS,
    /** Never. */
    NEVER;

    private static final long SHARE = 4;

    /** Whether to stream what takes so much memory. */
    public boolean applies(long bytes) {
        return this == ALWAYS || (this == AUTO && bytes > Runtime.getRuntime().maxMemory() / SHARE);
    }
}
