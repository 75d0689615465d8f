package org.layerwise.core.internal;

/**
 * {@code ln(1 + eˣ)} over part of an array, in short loops over blocks that stay in the first-level cache: in one loop it
 * is more than the JIT compiler takes in.
 */
public final class Softplus {
    private static final int BLOCK = 512;
    private static final ThreadLocal<Softplus> OWN = ThreadLocal.withInitial(Softplus::new);

    private final double[] positive = new double[BLOCK];
    private final double[] rest = new double[BLOCK];

    private Softplus() {}

    /** {@code y[i] = ln(1 + exp(x[i]))} for i from {@code from} to before {@code to}; the arrays may be one. */
    public static void of(double[] x, double[] y, int from, int to) {
        Softplus own = OWN.get();
        for (int i = from; i < to; i += BLOCK) {
            own.block(x, y, i, Math.min(BLOCK, to - i));
        }
    }

    private void block(double[] x, double[] y, int from, int length) {
        ArrayFunctions functions = ArrayFunctions.chosen();
        System.arraycopy(x, from, positive, 0, length);
        functions.tail(positive, rest, 0, length);
        functions.log1pOfUnit(rest, rest, 0, length);
        for (int i = 0; i < length; i++) {
            rest[i] = Math.max(positive[i], 0) + rest[i];
        }
        System.arraycopy(rest, 0, y, from, length);
    }
}
