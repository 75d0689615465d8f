package org.layerwise.core.internal;

/** The elementary functions over part of an array; every implementation gives the bits of {@link ScalarFunctions}. */
public interface ArrayFunctions {
    /** The one for this process. */
    static ArrayFunctions chosen() {
        return Chosen.FUNCTIONS;
    }

    /** {@code y[i] = exp(x[i])} for i from {@code from} to before {@code to}. */
    void exp(double[] x, double[] y, int from, int to);

    /** {@code y[i] = exp(−|x[i]|)}. */
    void tail(double[] x, double[] y, int from, int to);

    /** {@code y[i] = exp(min(x[i], 0)) − 1}. */
    void expm1OfNegative(double[] x, double[] y, int from, int to);

    /** {@code y[i] = ln x[i]}. */
    void log(double[] x, double[] y, int from, int to);

    /** {@code y[i] = ln(1 + x[i])}. */
    void log1p(double[] x, double[] y, int from, int to);

    /** {@code y[i] = ln(1 + x[i])} for x[i] from 0 to 1. */
    void log1pOfUnit(double[] x, double[] y, int from, int to);

    /** {@code y[i] = tanh(x[i])}. */
    void tanh(double[] x, double[] y, int from, int to);

    /** {@code y[i] = 1 / (1 + exp(−x[i]))}. */
    void sigmoid(double[] x, double[] y, int from, int to);

    /** The same where {@code tails[i] = exp(−|x[i]|)} is known. */
    void sigmoidOfTail(double[] x, double[] tails, double[] y, int from, int to);

    /** {@code z[i] = y[i]} where x[i] > 0, else 0. */
    void passWherePositive(double[] x, double[] y, double[] z, int from, int to);
}
