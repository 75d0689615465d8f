package org.layerwise.core;

import java.util.Objects;
import org.layerwise.core.internal.ArrayFunctions;
import org.layerwise.core.internal.ScalarFunctions;
import org.layerwise.core.internal.Softplus;

/**
 * Elementary functions that give the same bits on every JVM, interpreted or compiled, one number or a whole array at a
 * time: a run that is repeated ends with the same weights.
 *
 * <p>Results are within 2 units in the last place of the true value, over the whole range, tails and subnormal results
 * included; infinities, zeros and NaN are treated as {@link StrictMath} treats them.
 *
 * <p>The array forms use the processor's vector instructions where the module {@code jdk.incubator.vector} is there
 * ({@code --add-modules jdk.incubator.vector}); the two arrays may be one.
 */
public final class Elementary {
    private Elementary() {}

    /** {@code eˣ}. */
    public static double exp(double x) {
        return ScalarFunctions.exp(x);
    }

    /** {@code eˣ − 1}, exact to the last digits near 0. */
    public static double expm1(double x) {
        return ScalarFunctions.expm1(x);
    }

    /** {@code e^−|x|}, of which sigmoid and softplus are made. */
    public static double tail(double x) {
        return ScalarFunctions.tail(x);
    }

    /** The natural logarithm. */
    public static double log(double x) {
        return ScalarFunctions.log(x);
    }

    /** {@code ln(1 + x)}, exact to the last digits near 0. */
    public static double log1p(double x) {
        return ScalarFunctions.log1p(x);
    }

    /** The hyperbolic tangent. */
    public static double tanh(double x) {
        return ScalarFunctions.tanh(x);
    }

    /** {@code 1 / (1 + e⁻ˣ)}, with all its digits in both tails. */
    public static double sigmoid(double x) {
        return ScalarFunctions.sigmoid(x);
    }

    /** {@code ln(1 + eˣ)}, the integral of the sigmoid, without overflow. */
    public static double softplus(double x) {
        return ScalarFunctions.softplus(x);
    }

    /** {@code y[i] = exp(x[i])}. */
    public static void exp(double[] x, double[] y) {
        requireEqualLengths(x, y);
        ArrayFunctions.chosen().exp(x, y, 0, x.length);
    }

    /** The same for i from {@code from} to before {@code to}. */
    public static void exp(double[] x, double[] y, int from, int to) {
        requireRange(x, y, from, to);
        ArrayFunctions.chosen().exp(x, y, from, to);
    }

    /** {@code y[i] = exp(−|x[i]|)} for i from {@code from} to before {@code to}. */
    public static void tail(double[] x, double[] y, int from, int to) {
        requireRange(x, y, from, to);
        ArrayFunctions.chosen().tail(x, y, from, to);
    }

    /** {@code y[i] = expm1(min(x[i], 0))} for i from {@code from} to before {@code to}; −0 gives 0. */
    public static void expm1OfNegative(double[] x, double[] y, int from, int to) {
        requireRange(x, y, from, to);
        ArrayFunctions.chosen().expm1OfNegative(x, y, from, to);
    }

    /** {@code y[i] = ln x[i]}. */
    public static void log(double[] x, double[] y) {
        requireEqualLengths(x, y);
        ArrayFunctions.chosen().log(x, y, 0, x.length);
    }

    /** {@code y[i] = ln(1 + x[i])}. */
    public static void log1p(double[] x, double[] y) {
        requireEqualLengths(x, y);
        ArrayFunctions.chosen().log1p(x, y, 0, x.length);
    }

    /** The same for i from {@code from} to before {@code to}. */
    public static void log1p(double[] x, double[] y, int from, int to) {
        requireRange(x, y, from, to);
        ArrayFunctions.chosen().log1p(x, y, from, to);
    }

    /** {@code y[i] = ln(1 + x[i])} for x[i] from 0 to 1, which takes half the time. NaN stays NaN. */
    public static void log1pOfUnit(double[] x, double[] y) {
        requireEqualLengths(x, y);
        ArrayFunctions.chosen().log1pOfUnit(x, y, 0, x.length);
    }

    /** The same for i from {@code from} to before {@code to}. */
    public static void log1pOfUnit(double[] x, double[] y, int from, int to) {
        requireRange(x, y, from, to);
        ArrayFunctions.chosen().log1pOfUnit(x, y, from, to);
    }

    /** {@code y[i] = tanh(x[i])}. */
    public static void tanh(double[] x, double[] y) {
        requireEqualLengths(x, y);
        ArrayFunctions.chosen().tanh(x, y, 0, x.length);
    }

    /** The same for i from {@code from} to before {@code to}. */
    public static void tanh(double[] x, double[] y, int from, int to) {
        requireRange(x, y, from, to);
        ArrayFunctions.chosen().tanh(x, y, from, to);
    }

    /** {@code y[i] = 1 / (1 + exp(−x[i]))}. */
    public static void sigmoid(double[] x, double[] y) {
        requireEqualLengths(x, y);
        ArrayFunctions.chosen().sigmoid(x, y, 0, x.length);
    }

    /** The same for i from {@code from} to before {@code to}. */
    public static void sigmoid(double[] x, double[] y, int from, int to) {
        requireRange(x, y, from, to);
        ArrayFunctions.chosen().sigmoid(x, y, from, to);
    }

    /** The sigmoid of all, and {@code tails[i] = exp(−|x[i]|)}, of which its logarithm is made. */
    public static void sigmoid(double[] x, double[] tails, double[] y) {
        requireEqualLengths(x, tails);
        requireEqualLengths(x, y);
        ArrayFunctions functions = ArrayFunctions.chosen();
        functions.tail(x, tails, 0, x.length);
        functions.sigmoidOfTail(x, tails, y, 0, x.length);
    }

    /** {@code y[i] = ln(1 + exp(x[i]))}. */
    public static void softplus(double[] x, double[] y) {
        requireEqualLengths(x, y);
        Softplus.of(x, y, 0, x.length);
    }

    /** The same for i from {@code from} to before {@code to}. */
    public static void softplus(double[] x, double[] y, int from, int to) {
        requireRange(x, y, from, to);
        Softplus.of(x, y, from, to);
    }

    /**
     * {@code z[i] = y[i]} where x[i] > 0, else 0: the way back through a rectifier. Where x[i] is NaN it is one of
     * the two. The arrays may be one.
     */
    public static void passWherePositive(double[] x, double[] y, double[] z) {
        requireEqualLengths(x, y);
        requireEqualLengths(x, z);
        ArrayFunctions.chosen().passWherePositive(x, y, z, 0, x.length);
    }

    /** The same for i from {@code from} to before {@code to}. */
    public static void passWherePositive(double[] x, double[] y, double[] z, int from, int to) {
        requireRange(x, y, from, to);
        requireRange(x, z, from, to);
        ArrayFunctions.chosen().passWherePositive(x, y, z, from, to);
    }

    private static void requireEqualLengths(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new ShapeException("the source has " + x.length + " entries, the destination " + y.length);
        }
    }

    private static void requireRange(double[] x, double[] y, int from, int to) {
        Objects.checkFromToIndex(from, to, x.length);
        Objects.checkFromToIndex(from, to, y.length);
    }
}
