package org.layerwise.samples;

import java.time.Instant;

/** Breaks the rule on the clock. */
final class UsesTheClock {
    private UsesTheClock() {}

    static long nanos() {
        return System.nanoTime() + Instant.now().toEpochMilli();
    }
}
