package org.layerwise.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Another library that does training steps. */
interface Rival {
    /** For the table's head. */
    String name();

    /** What was found. */
    String version();

    /** What {@code --peers} calls it. */
    String key();

    /** Whether it computes in single precision, so that our mixed steps are compared with it. */
    boolean isSingle();

    /** Its steps with so many threads. */
    Steps start(Workload workload, int threads) throws IOException;

    /** Its steps with one thread and with all: the quicker way counts. */
    default List<Steps> start(Workload workload) throws IOException {
        int all = Runtime.getRuntime().availableProcessors();
        List<Steps> ways = new ArrayList<>();
        for (int threads : all == 1 ? List.of(1) : List.of(1, all)) {
            ways.add(start(workload, threads));
        }
        return ways;
    }
}
