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
        double shifted = Math.fma(y, Coefficients.LOG2_E, Coefficients.SHIFT);
        double e = 1 + expm1Reduced(reduce(y, shifted - Coefficients.SHIFT));
        return scale(e, Double.doubleToRawLongBits(shifted) - Coefficients.SHIFT_BITS);
    }

    /** {@code eˣ − 1 = 2ᵏ ((1 − 2⁻ᵏ) + (eʳ − 1))}. */
    public static double expm1(double x) {
        double y = x > Coefficients.EXP_MAX ? Coefficients.EXP_MAX : x;
        y = y < Coefficients.EXPM1_MIN ? Coefficients.EXPM1_MIN : y;
        double shifted = Math.fma(y, Coefficients.LOG2_E, Coefficients.SHIFT);
        double k = shifted - Coefficients.SHIFT;
        long exponent = Double.doubleToRawLongBits(shifted) - Coefficients.SHIFT_BITS;
        double inverse = k > Coefficients.BIG_EXPONENT ? 0 : powerOfTwo(-exponent);
        double result = scale((1 - inverse) + expm1Reduced(reduce(y, k)), exponent);
        return x == 0 ? x : result;
    }

    /** {@code tanh |x| = −t / (2 + t)} with t = expm1(−2|x|). */
    public static double tanh(double x) {
        double magnitude = Math.abs(x);
        double y = -2 * (magnitude > Coefficients.TANH_MAX ? Coefficients.TANH_MAX : magnitude);
        double shifted = Math.fma(y, Coefficients.LOG2_E, Coefficients.SHIFT);
        long exponent = Double.doubleToRawLongBits(shifted) - Coefficients.SHIFT_BITS;
        double t = (1 - powerOfTwo(-exponent)) + expm1Reduced(reduce(y, shifted - Coefficients.SHIFT));
        t *= powerOfTwo(exponent);
        return Math.copySign(t / (2 + t), x);
    }

    /** {@code 1 / (1 + e)} for x ≥ 0, else {@code e / (1 + e)}, with e = exp(−|x|). */
    public static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        return (x >= 0 ? 1 : e) / (1 + e);
    }

    /** {@code ln(1 + eˣ) = max(x, 0) + ln(1 + exp(−|x|))}. */
    public static double softplus(double x) {
        double f = exp(-Math.abs(x));
        double half = 0.5 * f * f;
        double s = f / (2 + f);
        double z = s * s;
        double rest = z * unitSeries(z);
        return (x > 0 ? x : 0) + (f - (half - s * (half + rest)));
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

    /** In two steps, so that neither overflows before the result does and a subnormal is rounded once. */
    private static double scale(double value, long exponent) {
        long first = ((exponent + 2048) >>> 1) - 1024;
        return value * powerOfTwo(first) * powerOfTwo(exponent - first);
    }

    private static double powerOfTwo(long exponent) {
        return Double.longBitsToDouble((exponent + 1023) << Coefficients.MANTISSA_BITS);
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
