package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;

/**
 * Runs the loops of element-wise functions over whole matrices; large ones are shared among the cores, with the same bits.
 *
 * <p>Each function has loops of its own: one loop that calls the formulas of many classes is compiled without them.
 * Where a function is made of several short loops, they go block by block, so that what they hand to each other stays in
 * the first-level cache; the JIT compiler makes vector instructions of them where it would not of one long loop.
 *
 * <p>One for each thread, so that nothing is allocated.
 */
final class Loops implements ElementWise.Body {
    private static final int BLOCK = 512;
    private static final double[] NONE = {};
    private static final ThreadLocal<Loops> OWN = ThreadLocal.withInitial(Loops::new);

    private final double[] blockOfZ = new double[BLOCK];
    private final double[] blockOfA = new double[BLOCK];
    private final double[] blockOfDA = new double[BLOCK];
    private final double[] blockOfDZ = new double[BLOCK];

    private Part part = Part.VALUES;
    private Values<Object> values = (function, z, a, from, to) -> {};
    private Gradients<Object> gradients = (function, z, a, dA, dZ, from, to) -> {};
    private Object function = NONE;
    private double[] z = NONE;
    private double[] a = NONE;
    private double[] dA = NONE;
    private double[] dZ = NONE;

    private Loops() {}

    /** {@code a[i] = g(z[i])} for i from {@code from} to before {@code to}, with the bits of the scalar formula. */
    @FunctionalInterface
    interface Values<F> {
        /** Computes them. */
        void of(F function, double[] z, double[] a, int from, int to);
    }

    /** {@code dZ[i] = dA[i] g'(z[i])} for i from {@code from} to before {@code to}, with the bits of the formula. */
    @FunctionalInterface
    interface Gradients<F> {
        /** Computes them; a holds the values of z. */
        void of(F function, double[] z, double[] a, double[] dA, double[] dZ, int from, int to);
    }

    private enum Part {
        VALUES,
        VALUES_IN_BLOCKS,
        GRADIENTS,
        GRADIENTS_IN_BLOCKS
    }

    /** {@code a = g(z)} in one loop; the matrices may be one. */
    static <F> void apply(F function, Values<F> values, DenseMatrix z, DenseMatrix a) {
        OWN.get().share(Part.VALUES, function, values, z, a);
    }

    /** {@code a = g(z)} in several loops, for which z and a are two arrays; the matrices may be one. */
    static <F> void applyInBlocks(F function, Values<F> values, DenseMatrix z, DenseMatrix a) {
        OWN.get().share(Part.VALUES_IN_BLOCKS, function, values, z, a);
    }

    /** {@code dZ = dA ∘ g'(z)} in one loop; dZ and dA may be one. */
    static <F> void backpropagate(
            F function, Gradients<F> gradients, DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        OWN.get().share(Part.GRADIENTS, function, gradients, z, a, dA, dZ);
    }

    /** {@code dZ = dA ∘ g'(z)} in several loops, for which there are four arrays; dZ and dA may be one. */
    static <F> void backpropagateInBlocks(
            F function, Gradients<F> gradients, DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        OWN.get().share(Part.GRADIENTS_IN_BLOCKS, function, gradients, z, a, dA, dZ);
    }

    @SuppressWarnings("unchecked") // the loops are those of the function
    private <F> void share(Part wanted, F of, Values<F> loops, DenseMatrix from, DenseMatrix to) {
        part = wanted;
        function = of;
        values = (Values<Object>) loops;
        z = from.values();
        a = to.values();
        shareAndForget(z.length);
    }

    @SuppressWarnings("unchecked") // the loops are those of the function
    private <F> void share(
            Part wanted,
            F of,
            Gradients<F> loops,
            DenseMatrix at,
            DenseMatrix value,
            DenseMatrix from,
            DenseMatrix to) {
        part = wanted;
        function = of;
        gradients = (Gradients<Object>) loops;
        z = at.values();
        a = value.values();
        dA = from.values();
        dZ = to.values();
        shareAndForget(z.length);
    }

    private void shareAndForget(int length) {
        try {
            ElementWise.share(length, this);
        } finally {
            z = NONE;
            a = NONE;
            dA = NONE;
            dZ = NONE;
        }
    }

    @Override
    public void run(int from, int to, double first, double second, double third) {
        switch (part) {
            case VALUES -> values.of(function, z, a, from, to);
            case VALUES_IN_BLOCKS -> {
                for (int i = from; i < to; i += BLOCK) {
                    valuesOfBlock(i, Math.min(i + BLOCK, to));
                }
            }
            case GRADIENTS -> gradients.of(function, z, a, dA, dZ, from, to);
            case GRADIENTS_IN_BLOCKS -> {
                for (int i = from; i < to; i += BLOCK) {
                    OWN.get().gradientsOfBlock(this, i, Math.min(BLOCK, to - i));
                }
            }
        }
    }

    private void valuesOfBlock(int from, int to) {
        if (z == a) {
            OWN.get().valuesInPlace(this, from, to - from);
        } else {
            values.of(function, z, a, from, to);
        }
    }

    /** With the blocks of the thread that works, on the arrays of the one that asks. */
    private void valuesInPlace(Loops of, int from, int length) {
        System.arraycopy(of.z, from, blockOfZ, 0, length);
        of.values.of(of.function, blockOfZ, blockOfA, 0, length);
        System.arraycopy(blockOfA, 0, of.a, from, length);
    }

    private void gradientsOfBlock(Loops of, int from, int length) {
        System.arraycopy(of.z, from, blockOfZ, 0, length);
        System.arraycopy(of.a, from, blockOfA, 0, length);
        System.arraycopy(of.dA, from, blockOfDA, 0, length);
        of.gradients.of(of.function, blockOfZ, blockOfA, blockOfDA, blockOfDZ, 0, length);
        System.arraycopy(blockOfDZ, 0, of.dZ, from, length);
    }
}
