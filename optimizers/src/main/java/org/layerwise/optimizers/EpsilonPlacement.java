package org.layerwise.optimizers;

import org.layerwise.core.Options;

/** Where the small number goes that keeps a step finite when a root is near zero. */
public enum EpsilonPlacement {
    /** {@code √v̂ + ε}: the papers, the course and PyTorch. */
    OUTSIDE_ROOT,
    /** {@code √(v̂ + ε)}: Keras's RMSprop, and some public solutions of the course. */
    INSIDE_ROOT,
    /** {@code √v + ε} with the uncorrected v, the "epsilon hat" of the Adam paper's section 2: Keras's Adam. */
    UNCORRECTED;

    /** For rules that correct nothing. */
    static void requireOutsideOrInside(EpsilonPlacement placement) {
        Options.require(placement != UNCORRECTED, "epsilon_placement", "uncorrected", "outside_root or inside_root");
    }
}
