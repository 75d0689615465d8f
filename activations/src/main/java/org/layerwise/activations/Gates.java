package org.layerwise.activations;

/** What functions of the form {@code z · gate(z)} share. */
final class Gates {
    private Gates() {}

    /** {@code z · gate}, and 0 where the gate is shut, even for an infinite z. */
    static double product(double z, double gate) {
        return gate == 0 ? 0 : z * gate;
    }
}
