package org.layerwise.core.internal;

/**
 * The innermost loops of products, in one way.
 *
 * @param tiles of packed operands
 * @param dots of contiguous rows
 * @param inPlace straight from the operands to the destination
 */
record Kernels(TileKernel tiles, DotKernel dots, InPlaceKernel inPlace) {
    /** Those in plain Java. */
    static Kernels scalar() {
        return new Kernels(new ScalarTileKernel(), new ScalarDotKernel(), new ScalarInPlaceKernel());
    }
}
