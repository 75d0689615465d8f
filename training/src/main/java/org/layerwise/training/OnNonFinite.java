package org.layerwise.training;

/** What happens when a cost or a gradient is NaN or infinite. */
public enum OnNonFinite {
    /** Training ends with a {@link DivergedException}. */
    FAIL,
    /** Training goes on; listeners are told once. */
    GO_ON
}
