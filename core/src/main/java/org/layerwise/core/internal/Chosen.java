package org.layerwise.core.internal;

/** Holds the choices, which are made when one is first asked for. */
final class Chosen {
    static final ArrayFunctions FUNCTIONS = Acceleration.functions();
    static final MomentLoop MOMENTS = Acceleration.moments();
    static final Warming<RowLoops> ROWS = Acceleration.rows();

    private Chosen() {}
}
