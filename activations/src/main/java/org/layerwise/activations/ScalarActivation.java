package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;

/**
 * An activation that works on each element alone: two formulas are the whole plugin.
 *
 * <p>The loops here call them number by number, some nanoseconds each, and more where a process uses three such classes
 * or more, since they are then no longer put into the loop. A class that overrides both loops with its own, without
 * branches, lets the JIT compiler make vector instructions of them.
 */
public interface ScalarActivation extends Activation {
    /** {@code g(z)}. */
    double value(double z);

    /**
     * {@code g'(z)}.
     *
     * @param z the pre-activation
     * @param a {@code value(z)}, so that functions such as the sigmoid, {@code a(1 − a)}, need no exponential
     */
    double derivative(double z, double a);

    @Override
    default void apply(DenseMatrix z, DenseMatrix a) {
        double[] from = z.values();
        double[] to = a.values();
        for (int i = 0; i < from.length; i++) {
            to[i] = value(from[i]);
        }
    }

    @Override
    default void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        double[] zs = z.values();
        double[] as = a.values();
        double[] from = dA.values();
        double[] to = dZ.values();
        for (int i = 0; i < zs.length; i++) {
            to[i] = from[i] * derivative(zs[i], as[i]);
        }
    }
}
