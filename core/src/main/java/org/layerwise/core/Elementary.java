package org.layerwise.core;

/** Elementary functions that give the same bits on every JVM, one number or a whole array at a time. */
public final class Elementary {
    private Elementary() {}

    /** {@code eˣ}. */
    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    /** {@code eˣ − 1}. */
    public static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    /** The natural logarithm. */
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /** {@code ln(1 + x)}. */
    public static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    /** The hyperbolic tangent. */
    public static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    /** {@code 1 / (1 + e⁻ˣ)}. */
    public static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** {@code y[i] = exp(x[i])}; the arrays may be one. The same bits as {@link #exp(double)}. */
    public static void exp(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = exp(x[i]);
        }
    }

    /** {@code y[i] = ln x[i]}; the arrays may be one. */
    public static void log(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = log(x[i]);
        }
    }

    /** {@code y[i] = tanh(x[i])}; the arrays may be one. */
    public static void tanh(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = tanh(x[i]);
        }
    }

    /** {@code y[i] = 1 / (1 + exp(−x[i]))}; the arrays may be one. */
    public static void sigmoid(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = sigmoid(x[i]);
        }
    }
}
