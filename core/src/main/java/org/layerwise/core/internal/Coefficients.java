package org.layerwise.core.internal;

/**
 * The numbers behind the elementary functions, shared by the scalar and the vector form.
 *
 * <p>The polynomials interpolate at Chebyshev nodes, computed with 60 digits; their errors relative to the result are
 * below 3e-18, a fortieth of a unit in the last place.
 */
final class Coefficients {
    /** Adding it to a small number rounds to an integer, which is then in the low bits. */
    static final double SHIFT = 0x1.8p52;

    static final long SHIFT_BITS = Double.doubleToRawLongBits(SHIFT);
    /** The exponent of 1 as it stands in the bits of a double. */
    static final long ONE_EXPONENT = 1023;
    /** Leaves k + 1023 in the low bits, the exponent of 2ᵏ. */
    static final double POWER_SHIFT = SHIFT + ONE_EXPONENT;
    /** Leaves k + 2 · 1023 there, the exponents of two numbers whose product is 2ᵏ. */
    static final double POWERS_SHIFT = SHIFT + 2 * ONE_EXPONENT;
    /** The bits of 2ᵏ and of 2⁻ᵏ add up to these. */
    static final long INVERSE_POWERS = (2 * ONE_EXPONENT) << 52;

    static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts; the first has so few digits that its product with an exponent is exact. */
    static final double LN2_HIGH = 0x1.62e42fee00000p-1;

    static final double LN2_LOW = 1.9082149292705877e-10;
    /** Beyond these exp is infinite, or 0. */
    static final double EXP_MAX = 710;

    static final double EXP_MIN = -746;
    /** Below it expm1 is −1. */
    static final double EXPM1_MIN = -50;
    /** From here on tanh is 1. */
    static final double TANH_MAX = 22;
    /** Exponents from here on leave 1 − 2⁻ᵏ at 1. */
    static final double BIG_EXPONENT = 100;

    static final double TWO_54 = 0x1p54;
    static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(Math.sqrt(0.5));
    /** Keeps the exponent of a logarithm's argument positive while it is cut out. */
    static final long EXPONENT_BIAS = 1024;

    static final int MANTISSA_BITS = 52;

    /** {@code (eʳ − 1 − r) / r²} for |r| up to ln 2 / 2. */
    static final double E0 = 0.5;

    static final double E1 = 0.1666666666666667;
    static final double E2 = 0.04166666666666667;
    static final double E3 = 0.008333333333326136;
    static final double E4 = 0.0013888888888883748;
    static final double E5 = 0.00019841269874820627;
    static final double E6 = 2.4801587325547743e-05;
    static final double E7 = 2.7557255400206422e-06;
    static final double E8 = 2.75572736431103e-07;
    static final double E9 = 2.5105217004720745e-08;
    static final double E10 = 2.0914686968086876e-09;

    /** {@code (2 atanh(s) / s − 2) / s²} in s², where 1 + f = (1 + s) / (1 − s) is between √½ and √2. */
    static final double L0 = 0.666666666666667;

    static final double L1 = 0.3999999999989889;
    static final double L2 = 0.28571428626253836;
    static final double L3 = 0.22222211089379496;
    static final double L4 = 0.1818289243253687;
    static final double L5 = 0.15331611722055008;
    static final double L6 = 0.14617807153417325;

    /** The same for 1 + f between 1 and 2. */
    static final double U0 = 0.6666666666666666;

    static final double U1 = 0.39999999999999525;
    static final double U2 = 0.285714285716001;
    static final double U3 = 0.2222222219823677;
    static final double U4 = 0.18181819897962714;
    static final double U5 = 0.1538454396486055;
    static final double U6 = 0.13335178631449257;
    static final double U7 = 0.11734279061303197;
    static final double U8 = 0.10845178394880015;
    static final double U9 = 0.07492143795550767;
    static final double U10 = 0.1563057780092285;

    private Coefficients() {}
}
