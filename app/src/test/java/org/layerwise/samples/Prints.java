package org.layerwise.samples;

/** Breaks the rule on printing. */
final class Prints {
    private Prints() {}

    static void print() {
        System.out.println();
    }
}
