package org.layerwise.benchmarks;

/** Something that can do training steps of one workload and say how long they took. */
interface Steps extends AutoCloseable {
    /** Runs one round and gives the mean time of its steps. */
    double microsecondsPerStep();

    /** Waits until it does nothing more: threads may go on spinning, compiling or collecting after a round. */
    default void rest() {}

    @Override
    void close();
}
