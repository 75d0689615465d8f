package org.layerwise.core.internal;

/**
 * Softmax over whole matrices: cut into strips of columns, by their shape alone, which the cores share where the matrix is
 * large. One for each thread that asks, so that a call allocates nothing.
 */
public final class Softmaxes implements WorkerPool.Task {
    /** From so many numbers on cores share the work: what one does in fifty microseconds. */
    static final int LARGE = 1 << 15;
    /** The columns of a strip of a large matrix. */
    static final int STRIP = 128;

    private static final ThreadLocal<Softmaxes> OWN = ThreadLocal.withInitial(Softmaxes::new);
    private static final double[] NONE = {};

    private enum Part {
        VALUES,
        GRADIENTS,
        LOGARITHMS,
        GRADIENTS_OF_LOGARITHMS
    }

    private Part part = Part.VALUES;
    private double[] x = NONE;
    private double[] y = NONE;
    private double[] z = NONE;
    private int columns;
    private int strip;

    private Softmaxes() {}

    /** {@code a = e^(z − max z) / Σ e^(z − max z)} in each column; the arrays may be one. */
    public static void apply(double[] z, double[] a, int columns) {
        OWN.get().run(Part.VALUES, z, z, a, columns);
    }

    /** {@code dZ = a (dA − Σ a dA)}; dZ and dA may be one. */
    public static void differentiate(double[] a, double[] dA, double[] dZ, int columns) {
        OWN.get().run(Part.GRADIENTS, a, dA, dZ, columns);
    }

    /** {@code a = z − max z − ln Σ e^(z − max z)}; the arrays may be one. */
    public static void applyLogarithm(double[] z, double[] a, int columns) {
        OWN.get().run(Part.LOGARITHMS, z, z, a, columns);
    }

    /** {@code dZ = dA − eᵃ Σ dA}; dZ and dA may be one. */
    public static void differentiateLogarithm(double[] a, double[] dA, double[] dZ, int columns) {
        OWN.get().run(Part.GRADIENTS_OF_LOGARITHMS, a, dA, dZ, columns);
    }

    private void run(Part wanted, double[] of, double[] and, double[] to, int stride) {
        if (to.length == 0) {
            return;
        }
        part = wanted;
        x = of;
        y = and;
        z = to;
        columns = stride;
        strip = stripOf(to.length, stride);
        WorkerPool.shared().run(this, (stride + strip - 1) / strip);
        x = NONE;
        y = NONE;
        z = NONE;
    }

    /** Of so few pieces that the pool takes them. */
    private static int stripOf(int length, int columns) {
        return length < LARGE ? Softmax.WIDTH : Math.max(STRIP, Math.min(Softmax.WIDTH, columns / 64 / 8 * 8));
    }

    @Override
    public void run(int piece) {
        int left = piece * strip;
        int right = Math.min(left + strip, columns);
        Softmax own = Softmax.own();
        switch (part) {
            case VALUES -> own.apply(x, z, columns, left, right);
            case GRADIENTS -> own.differentiate(x, y, z, columns, left, right);
            case LOGARITHMS -> own.applyLogarithm(x, z, columns, left, right);
            case GRADIENTS_OF_LOGARITHMS -> own.differentiateLogarithm(x, y, z, columns, left, right);
        }
    }
}
