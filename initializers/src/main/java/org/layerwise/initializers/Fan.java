package org.layerwise.initializers;

import org.layerwise.core.Options;

/**
 * How many units a weight matrix joins.
 *
 * @param in {@code n[l-1]}, the units that feed one unit of the layer; at least 1
 * @param out {@code n[l]}, the units of the layer; at least 1
 */
public record Fan(int in, int out) {
    /** @throws org.layerwise.core.OptionException if either is below 1 */
    public Fan {
        Options.require(in >= 1, "in", in, ">= 1");
        Options.require(out >= 1, "out", out, ">= 1");
    }
}
