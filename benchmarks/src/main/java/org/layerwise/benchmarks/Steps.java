package org.layerwise.benchmarks;

/** Something that can do training steps of one workload and say how long they took. */
interface Steps extends AutoCloseable {
    /** Runs one round and gives the mean time of its steps. */
    double microsecondsPerStep();

    @Override
    void close();
}
