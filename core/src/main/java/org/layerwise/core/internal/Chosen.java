package org.layerwise.core.internal;

/** Holds the choice, which is made when it is first asked for. */
final class Chosen {
    static final ArrayFunctions FUNCTIONS = Acceleration.functions();

    private Chosen() {}
}
