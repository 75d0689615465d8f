package org.layerwise.core.internal;

/**
 * {@code y = y + factor x}, element by element; long arrays are cut by their length alone into stretches that the cores
 * share. Nothing is allocated once a thread has its own.
 */
public final class ScaledAddition {
    private static final double[] NONE = {};
    private static final ThreadLocal<ScaledAddition> OWN =
            ThreadLocal.withInitial(() -> new ScaledAddition(WorkerPool.shared()));

    private final WorkerPool pool;
    private final WorkerPool.Task stretch = this::stretch;
    private double factor;
    private double[] x = NONE;
    private double[] y = NONE;
    private int step;

    ScaledAddition(WorkerPool pool) {
        this.pool = pool;
    }

    /** {@code y[i] += factor x[i]} for all i; the arrays are equally long. */
    public static void add(double factor, double[] x, double[] y) {
        OWN.get().run(factor, x, y);
    }

    void run(double by, double[] from, double[] to) {
        factor = by;
        x = from;
        y = to;
        step = EntrySums.step(from.length);
        pool.run(stretch, (from.length + step - 1) / step);
        x = NONE;
        y = NONE;
    }

    private void stretch(int number) {
        int from = number * step;
        add(factor, x, y, from, Math.min(from + step, x.length));
    }

    private static void add(double factor, double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += factor * x[i];
        }
    }
}
