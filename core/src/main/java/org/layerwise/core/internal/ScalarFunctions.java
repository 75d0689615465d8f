package org.layerwise.core.internal;

/**
 * The elementary functions one number at a time.
 *
 * <p>They are made of additions, multiplications, divisions, fused multiply-adds and bit operations only, each of which
 * has one result on every JVM; the vector forms do the same operations in the same order and so give the same bits.
 */
public final class ScalarFunctions {
    private ScalarFunctions() {}

    /** {@code eˣ}: x = k ln 2 + r, eˣ = 2ᵏ eʳ. */
    public static double exp(double x) {
        double y = x > Coefficients.EXP_MAX ? Coefficients.EXP_MAX : x;
        y = y < Coefficients.EXP_MIN ? Coefficients.EXP_MIN : y;
        double shifted = Math.fma(y, Coefficients.LOG2_E, Coefficients.POWERS_SHIFT);
        return scale(1 + expm1Reduced(reduce(y, shifted - Coefficients.POWERS_SHIFT)), shifted);
    }

    /** {@code eˣ − 1 = 2ᵏ ((1 − 2⁻ᵏ) + (eʳ − 1))}. */
    public static double expm1(double x) {
        double y = x > Coefficients.EXP_MAX ? Coefficients.EXP_MAX : x;
        y = y < Coefficients.EXPM1_MIN ? Coefficients.EXPM1_MIN : y;
        double shifted = Math.fma(y, Coefficients.LOG2_E, Coefficients.POWERS_SHIFT);
        double k = shifted - Coefficients.POWERS_SHIFT;
        double inverse = k > Coefficients.BIG_EXPONENT ? 0 : powerOfTwo((long) -k);
        double result = scale((1 - inverse) + expm1Reduced(reduce(y, k)), shifted);
        return x == 0 ? x : result;
    }

    /** {@code expm1} of a negative number, of 0 where x is above; −0 gives 0. */
    public static double expm1OfNegative(double x) {
        double y = x > 0 ? 0 : x;
        return expm1Near(y < Coefficients.EXPM1_MIN ? Coefficients.EXPM1_MIN : y);
    }

    /** {@code tanh |x| = −t / (2 + t)} with t = expm1(−2|x|). */
    public static double tanh(double x) {
        double magnitude = Math.abs(x);
        double t = expm1Near(-2 * (magnitude > Coefficients.TANH_MAX ? Coefficients.TANH_MAX : magnitude));
        return Math.copySign(t / (2 + t), x);
    }

    /** {@code eʸ − 1} for a y whose power of two and its inverse are no extremes: one step of scaling is enough. */
    private static double expm1Near(double y) {
        double shifted = Math.fma(y, Coefficients.LOG2_E, Coefficients.POWER_SHIFT);
        long power = Double.doubleToRawLongBits(shifted) << Coefficients.MANTISSA_BITS;
        double inverse = Double.longBitsToDouble(Coefficients.INVERSE_POWERS - power);
        double t = (1 - inverse) + expm1Reduced(reduce(y, shifted - Coefficients.POWER_SHIFT));
        return t * Double.longBitsToDouble(power);
    }

    /** {@code 1 / (1 + t)} for x ≥ 0, else {@code t / (1 + t)}, with t = exp(−|x|). */
    public static double sigmoid(double x) {
        return sigmoid(x, tail(x));
    }

    /** The sigmoid of x, given its t. */
    static double sigmoid(double x, double t) {
        return (x >= 0 ? 1 : t) / (1 + t);
    }

    /** {@code exp(−|x|)}. */
    public static double tail(double x) {
        return exp(-Math.abs(x));
    }

    /** {@code ln(1 + eˣ) = max(x, 0) + ln(1 + exp(−|x|))}. */
    public static double softplus(double x) {
        return (x > 0 ? x : 0) + log1pOfUnit(tail(x));
    }

    /** {@code ln(1 + f)} for f from 0 to 1: {@code f − (f²/2 − s (f²/2 + rest))}, s = f / (2 + f). */
    static double log1pOfUnit(double f) {
        double half = 0.5 * f * f;
        double s = f / (2 + f);
        double z = s * s;
        double rest = z * unitSeries(z);
        return f - (half - s * (half + rest));
    }

    /** The natural logarithm: x = 2ᵏ (1 + f). */
    public static double log(double x) {
        boolean tiny = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(tiny ? x * Coefficients.TWO_54 : x);
        long k = ((bits - Coefficients.SQRT_HALF_BITS + (Coefficients.EXPONENT_BIAS << Coefficients.MANTISSA_BITS))
                        >>> Coefficients.MANTISSA_BITS)
                - Coefficients.EXPONENT_BIAS;
        double f = Double.longBitsToDouble(bits - (k << Coefficients.MANTISSA_BITS)) - 1;
        double exponent = Double.longBitsToDouble(Coefficients.SHIFT_BITS + k) - Coefficients.SHIFT;
        double result = logReduced(f, tiny ? exponent - 54 : exponent);
        result = x < Double.POSITIVE_INFINITY ? result : x;
        result = x == 0 ? Double.NEGATIVE_INFINITY : result;
        return x < 0 ? Double.NaN : result;
    }

    /** {@code ln(1 + x)}: u = 1 + x rounded, and what the rounding lost goes into f. */
    public static double log1p(double x) {
        double u = 1 + x;
        double part = u - 1;
        double lost = (1 - (u - part)) + (x - part);
        long bits = Double.doubleToRawLongBits(u);
        long k = ((bits - Coefficients.SQRT_HALF_BITS + (Coefficients.EXPONENT_BIAS << Coefficients.MANTISSA_BITS))
                        >>> Coefficients.MANTISSA_BITS)
                - Coefficients.EXPONENT_BIAS;
        double exponent = Double.longBitsToDouble(Coefficients.SHIFT_BITS + k) - Coefficients.SHIFT;
        double inverse = exponent > Coefficients.BIG_EXPONENT ? 0 : powerOfTwo(-k);
        double f = Math.fma(lost, inverse, Double.longBitsToDouble(bits - (k << Coefficients.MANTISSA_BITS)) - 1);
        double result = logReduced(f, exponent);
        result = x < Double.POSITIVE_INFINITY ? result : x;
        result = x == 0 ? x : result;
        result = x == -1 ? Double.NEGATIVE_INFINITY : result;
        return x < -1 ? Double.NaN : result;
    }

    private static double reduce(double y, double k) {
        return Math.fma(k, -Coefficients.LN2_LOW, Math.fma(k, -Coefficients.LN2_HIGH, y));
    }

    private static double expm1Reduced(double r) {
        double q = Math.fma(Coefficients.E10, r, Coefficients.E9);
        q = Math.fma(q, r, Coefficients.E8);
        q = Math.fma(q, r, Coefficients.E7);
        q = Math.fma(q, r, Coefficients.E6);
        q = Math.fma(q, r, Coefficients.E5);
        q = Math.fma(q, r, Coefficients.E4);
        q = Math.fma(q, r, Coefficients.E3);
        q = Math.fma(q, r, Coefficients.E2);
        q = Math.fma(q, r, Coefficients.E1);
        q = Math.fma(q, r, Coefficients.E0);
        return Math.fma(r * r, q, r);
    }

    /**
     * {@code 2ᵏ value}, with k + 2046 in the low bits of {@code shifted}: in two steps, so that neither overflows before
     * the result does and a subnormal is rounded once.
     */
    private static double scale(double value, double shifted) {
        long both = Double.doubleToRawLongBits(shifted);
        long first = both >>> 1;
        return value
                * Double.longBitsToDouble(first << Coefficients.MANTISSA_BITS)
                * Double.longBitsToDouble((both - first) << Coefficients.MANTISSA_BITS);
    }

    private static double powerOfTwo(long exponent) {
        return Double.longBitsToDouble((exponent + Coefficients.ONE_EXPONENT) << Coefficients.MANTISSA_BITS);
    }

    /** {@code k ln 2 + ln(1 + f)} with ln(1 + f) = f − (f²/2 − s (f²/2 + rest)), s = f / (2 + f). */
    private static double logReduced(double f, double k) {
        double half = 0.5 * f * f;
        double s = f / (2 + f);
        double z = s * s;
        double q = Math.fma(Coefficients.L6, z, Coefficients.L5);
        q = Math.fma(q, z, Coefficients.L4);
        q = Math.fma(q, z, Coefficients.L3);
        q = Math.fma(q, z, Coefficients.L2);
        q = Math.fma(q, z, Coefficients.L1);
        q = Math.fma(q, z, Coefficients.L0);
        double correction = Math.fma(s, half + z * q, k * Coefficients.LN2_LOW);
        return k * Coefficients.LN2_HIGH - ((half - correction) - f);
    }

    private static double unitSeries(double z) {
        double q = Math.fma(Coefficients.U10, z, Coefficients.U9);
        q = Math.fma(q, z, Coefficients.U8);
        q = Math.fma(q, z, Coefficients.U7);
        q = Math.fma(q, z, Coefficients.U6);
        q = Math.fma(q, z, Coefficients.U5);
        q = Math.fma(q, z, Coefficients.U4);
        q = Math.fma(q, z, Coefficients.U3);
        q = Math.fma(q, z, Coefficients.U2);
        q = Math.fma(q, z, Coefficients.U1);
        return Math.fma(q, z, Coefficients.U0);
    }

    /** y where x > 0, else 0, without a branch: x as a whole number is above 0 just there, but for NaN, by its sign. */
    static double passWherePositive(double x, double y) {
        long bits = Double.doubleToRawLongBits(x);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) & (-bits & ~bits) >> 63);
    }
}
