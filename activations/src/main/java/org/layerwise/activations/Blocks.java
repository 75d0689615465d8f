package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;

/**
 * Element-wise functions made of several short loops, of which the JIT compiler makes vector instructions where it would
 * not of one long loop: block by block, so that what the loops hand to each other stays in the first-level cache.
 *
 * <p>Each function has loops of its own: one loop that calls the functions of many classes is compiled without them.
 */
final class Blocks {
    private static final int LENGTH = 512;
    private static final ThreadLocal<Blocks> OWN = ThreadLocal.withInitial(Blocks::new);

    private final double[] z = new double[LENGTH];
    private final double[] a = new double[LENGTH];
    private final double[] dA = new double[LENGTH];
    private final double[] dZ = new double[LENGTH];

    private Blocks() {}

    /** {@code a[i] = g(z[i])} for i from {@code from} to before {@code to}, with the bits of the scalar formula. */
    @FunctionalInterface
    interface Values<F> {
        /** Computes them; the arrays are two. */
        void of(F function, double[] z, double[] a, int from, int to);
    }

    /** {@code dZ[i] = dA[i] g'(z[i])} for i from 0 to before {@code length}, with the bits of the scalar formula. */
    @FunctionalInterface
    interface Gradients<F> {
        /** Computes them; a holds the values of z; the arrays are four. */
        void of(F function, double[] z, double[] a, double[] dA, double[] dZ, int length);
    }

    /** {@code a = g(z)}; the matrices may be one. */
    static <F> void apply(F function, Values<F> values, DenseMatrix z, DenseMatrix a) {
        double[] from = z.values();
        double[] to = a.values();
        for (int i = 0; i < from.length; i += LENGTH) {
            int end = Math.min(i + LENGTH, from.length);
            if (from == to) {
                OWN.get().inPlace(function, values, from, i, end);
            } else {
                values.of(function, from, to, i, end);
            }
        }
    }

    private <F> void inPlace(F function, Values<F> values, double[] both, int from, int to) {
        System.arraycopy(both, from, z, 0, to - from);
        values.of(function, z, a, 0, to - from);
        System.arraycopy(a, 0, both, from, to - from);
    }

    /** {@code dZ = dA ∘ g'(z)}; dZ and dA may be one. */
    static <F> void backpropagate(
            F function, Gradients<F> gradients, DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Blocks own = OWN.get();
        int count = z.values().length;
        for (int i = 0; i < count; i += LENGTH) {
            int length = Math.min(LENGTH, count - i);
            System.arraycopy(z.values(), i, own.z, 0, length);
            System.arraycopy(a.values(), i, own.a, 0, length);
            System.arraycopy(dA.values(), i, own.dA, 0, length);
            gradients.of(function, own.z, own.a, own.dA, own.dZ, length);
            System.arraycopy(own.dZ, 0, dZ.values(), i, length);
        }
    }
}
