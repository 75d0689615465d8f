package org.layerwise.optimizers;

import org.layerwise.core.Elementary;

/** Powers and half waves that give the same bits on every JVM; {@link StrictMath#pow} would, but it allocates. */
final class Powers {
    /** The coefficients of the cosine, {@code (−1)^k / (2k)!}, the highest first. */
    private static final double[] COSINE = {
        -1.5619206968586225e-16,
        4.779477332387385e-14,
        -1.1470745597729725e-11,
        2.08767569878681e-9,
        -2.755731922398589e-7,
        2.48015873015873e-5,
        -0.001388888888888889,
        0.041666666666666664,
        -0.5,
        1
    };

    /** The coefficients of the sine, {@code (−1)^k / (2k + 1)!}, the highest first. */
    private static final double[] SINE = {
        2.8114572543455206e-15,
        -7.647163731819816e-13,
        1.6059043836821613e-10,
        -2.505210838544172e-8,
        2.7557319223985893e-6,
        -1.984126984126984e-4,
        0.008333333333333333,
        -0.16666666666666666,
        1
    };

    private Powers() {}

    /** {@code baseⁿ} for n ≥ 0, by squaring with about 106 bits. */
    static double power(double base, long n) {
        double high = 1;
        double low = 0;
        double squareHigh = base;
        double squareLow = 0;
        for (long rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                double product = high * squareHigh;
                double error = Math.fma(high, squareHigh, -product) + (high * squareLow + low * squareHigh);
                high = product + error;
                low = error - (high - product);
            }
            double square = squareHigh * squareHigh;
            double error = Math.fma(squareHigh, squareHigh, -square) + 2 * squareHigh * squareLow;
            squareHigh = square + error;
            squareLow = error - (squareHigh - square);
        }
        return high + low;
    }

    /** {@code baseˣ} for base and x ≥ 0; exact to an ulp where x is whole. */
    static double realPower(double base, double x) {
        double whole = Math.floor(x);
        double share = x - whole;
        double power = power(base, (long) whole);
        return share == 0 ? power : power * Elementary.exp(share * Elementary.log(base));
    }

    /** {@code cos πu} for u in [0, 1]. */
    static double cosineOfPi(double u) {
        if (u <= 0.25) {
            return series(COSINE, Math.PI * u);
        } else if (u < 0.75) {
            double x = Math.PI * (0.5 - u);
            return x * series(SINE, x);
        }
        return -series(COSINE, Math.PI * (1 - u));
    }

    /** A polynomial in x². */
    private static double series(double[] coefficients, double x) {
        double square = x * x;
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * square + coefficient;
        }
        return sum;
    }
}
