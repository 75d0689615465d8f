package org.layerwise.samples;

/** Breaks the rule on randomness. */
final class UsesAmbientRandomness {
    private UsesAmbientRandomness() {}

    static double draw() {
        return Math.random();
    }
}
