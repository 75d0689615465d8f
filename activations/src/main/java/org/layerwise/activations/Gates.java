package org.layerwise.activations;

/** What functions of the form {@code z · gate(z)} share; without branches, as {@link Masks}. */
final class Gates {
    private Gates() {}

    /** {@code z · gate}, and 0 where the gate is shut, even for z = −∞; never −0. */
    static double product(double z, double gate) {
        return Math.max(z, -Double.MAX_VALUE) * gate + 0.0;
    }

    /** z, cut at both ends: what is multiplied by a 0 there must not be infinite. */
    static double within(double z, double lower, double upper) {
        return Math.min(Math.max(z, lower), upper);
    }
}
