package org.layerwise.dataio;

/** Is told how far reading has come, often. */
@FunctionalInterface
public interface ReadProgress {
    /**
     * @param what is done: {@code reading big.csv}
     * @param done so far, in bytes or examples
     * @param total how many there are
     */
    void at(String what, long done, long total);

    /** Tells nobody. */
    static ReadProgress none() {
        return (what, done, total) -> {};
    }
}
