package org.layerwise.optimizers;

/** Where the small number goes that keeps a step finite when a root is near zero. */
public enum EpsilonPlacement {
    /** {@code √v̂ + ε}: the papers, the course and PyTorch. */
    OUTSIDE_ROOT,
    /** {@code √(v̂ + ε)}: Keras's RMSprop, and some public solutions of the course. */
    INSIDE_ROOT,
    /** {@code √v + ε} with the uncorrected v, the "epsilon hat" of the Adam paper's section 2: Keras's Adam. */
    UNCORRECTED
}
