package org.layerwise.core.internal;

import org.layerwise.core.ElementWise;

/** {@code y = y + factor x}, element by element; the cores share long arrays. Nothing is allocated once a thread has its own. */
public final class ScaledAddition implements ElementWise.Body {
    private static final double[] NONE = {};
    private static final ThreadLocal<ScaledAddition> OWN = ThreadLocal.withInitial(ScaledAddition::new);

    private double factor;
    private double[] x = NONE;
    private double[] y = NONE;

    private ScaledAddition() {}

    /** {@code y[i] += factor x[i]} for all i; the arrays are equally long. */
    public static void add(double factor, double[] x, double[] y) {
        ScaledAddition own = OWN.get();
        own.factor = factor;
        own.x = x;
        own.y = y;
        ElementWise.share(x.length, own);
        own.x = NONE;
        own.y = NONE;
    }

    @Override
    public void run(int from, int to, double first, double second, double third) {
        for (int i = from; i < to; i++) {
            y[i] += factor * x[i];
        }
    }
}
