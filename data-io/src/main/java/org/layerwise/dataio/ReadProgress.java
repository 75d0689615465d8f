package org.layerwise.dataio;

/** Is told how far reading has come, often. */
@FunctionalInterface
public interface ReadProgress {
    /** What is counted. */
    enum Unit {
        /** Bytes of a file. */
        BYTES,
        /** Rows of a table, or examples. */
        ROWS,
        /** Images. */
        IMAGES
    }

    /**
     * @param what is done: {@code reading big.csv}
     * @param done so far
     * @param total how many there are
     * @param unit what is counted
     */
    void at(String what, long done, long total, Unit unit);

    /** As {@link #at(String, long, long, Unit)}, in bytes. */
    default void at(String what, long done, long total) {
        at(what, done, total, Unit.BYTES);
    }

    /** Tells nobody. */
    static ReadProgress none() {
        return (what, done, total, unit) -> {};
    }
}
