package org.layerwise.core.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A processor's vector of numbers at a time: the operations of {@link ScalarFunctions}, in their order.
 *
 * <p>Only to be loaded where the module {@code jdk.incubator.vector} is there. Its own EXP and its kin are not used:
 * they give other bits before and after the JIT compiler has seen them.
 */
final class VectorFunctions implements ArrayFunctions {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    // Constants ready as vectors: made on the spot, they would be too much for the JIT compiler in the longer
    // functions.
    private static final DoubleVector ONE = constant(1);
    private static final DoubleVector MINUS_LN2_LOW = constant(-Coefficients.LN2_LOW);
    private static final DoubleVector MINUS_LN2_HIGH = constant(-Coefficients.LN2_HIGH);
    private static final DoubleVector LOG2_E = constant(Coefficients.LOG2_E);
    private static final DoubleVector POWER_SHIFT = constant(Coefficients.POWER_SHIFT);
    private static final DoubleVector POWERS_SHIFT = constant(Coefficients.POWERS_SHIFT);
    private static final LongVector INVERSE_POWERS = LongVector.broadcast(LONGS, Coefficients.INVERSE_POWERS);
    private static final DoubleVector E0 = constant(Coefficients.E0);
    private static final DoubleVector E1 = constant(Coefficients.E1);
    private static final DoubleVector E2 = constant(Coefficients.E2);
    private static final DoubleVector E3 = constant(Coefficients.E3);
    private static final DoubleVector E4 = constant(Coefficients.E4);
    private static final DoubleVector E5 = constant(Coefficients.E5);
    private static final DoubleVector E6 = constant(Coefficients.E6);
    private static final DoubleVector E7 = constant(Coefficients.E7);
    private static final DoubleVector E8 = constant(Coefficients.E8);
    private static final DoubleVector E9 = constant(Coefficients.E9);
    private static final DoubleVector E10 = constant(Coefficients.E10);
    private static final DoubleVector U0 = constant(Coefficients.U0);
    private static final DoubleVector U1 = constant(Coefficients.U1);
    private static final DoubleVector U2 = constant(Coefficients.U2);
    private static final DoubleVector U3 = constant(Coefficients.U3);
    private static final DoubleVector U4 = constant(Coefficients.U4);
    private static final DoubleVector U5 = constant(Coefficients.U5);
    private static final DoubleVector U6 = constant(Coefficients.U6);
    private static final DoubleVector U7 = constant(Coefficients.U7);
    private static final DoubleVector U8 = constant(Coefficients.U8);
    private static final DoubleVector U9 = constant(Coefficients.U9);
    private static final DoubleVector U10 = constant(Coefficients.U10);

    @Override
    public void exp(double[] x, double[] y, int from, int to) {
        int i = from;
        for (int end = to - LANES; i <= end; i += LANES) {
            exp(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = ScalarFunctions.exp(x[i]);
        }
    }

    @Override
    public void tail(double[] x, double[] y, int from, int to) {
        int i = from;
        for (int end = to - LANES; i <= end; i += LANES) {
            tail(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = ScalarFunctions.tail(x[i]);
        }
    }

    @Override
    public void expm1OfNegative(double[] x, double[] y, int from, int to) {
        int i = from;
        for (int end = to - LANES; i <= end; i += LANES) {
            expm1OfNegative(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = ScalarFunctions.expm1OfNegative(x[i]);
        }
    }

    /** Number by number: in vectors, with all its cases, it is more than the JIT compiler takes in every time. */
    @Override
    public void log(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.log(x[i]);
        }
    }

    /** Number by number, as the logarithm. */
    @Override
    public void log1p(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.log1p(x[i]);
        }
    }

    @Override
    public void tanh(double[] x, double[] y, int from, int to) {
        int i = from;
        for (int end = to - LANES; i <= end; i += LANES) {
            tanh(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = ScalarFunctions.tanh(x[i]);
        }
    }

    @Override
    public void sigmoid(double[] x, double[] y, int from, int to) {
        int i = from;
        for (int end = to - LANES; i <= end; i += LANES) {
            DoubleVector z = DoubleVector.fromArray(SPECIES, x, i);
            sigmoid(z, tail(z)).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = ScalarFunctions.sigmoid(x[i]);
        }
    }

    @Override
    public void sigmoidOfTail(double[] x, double[] tails, double[] y, int from, int to) {
        int i = from;
        for (int end = to - LANES; i <= end; i += LANES) {
            sigmoid(DoubleVector.fromArray(SPECIES, x, i), DoubleVector.fromArray(SPECIES, tails, i))
                    .intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = ScalarFunctions.sigmoid(x[i], tails[i]);
        }
    }

    @Override
    public void log1pOfUnit(double[] x, double[] y, int from, int to) {
        int i = from;
        for (int end = to - LANES; i <= end; i += LANES) {
            log1pOfUnit(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = ScalarFunctions.log1pOfUnit(x[i]);
        }
    }

    @Override
    public void passWherePositive(double[] x, double[] y, double[] z, int from, int to) {
        int i = from;
        for (int end = to - LANES; i <= end; i += LANES) {
            // As ScalarFunctions does it; masks of vectors take longer.
            LongVector bits = DoubleVector.fromArray(SPECIES, x, i).reinterpretAsLongs();
            LongVector passed = bits.neg().and(bits.not()).lanewise(VectorOperators.ASHR, 63);
            LongVector value = DoubleVector.fromArray(SPECIES, y, i).reinterpretAsLongs();
            value.and(passed).reinterpretAsDoubles().intoArray(z, i);
        }
        for (; i < to; i++) {
            z[i] = ScalarFunctions.passWherePositive(x[i], y[i]);
        }
    }

    private static DoubleVector exp(DoubleVector x) {
        DoubleVector y = x.blend(Coefficients.EXP_MAX, x.compare(VectorOperators.GT, Coefficients.EXP_MAX));
        return exponential(y.blend(Coefficients.EXP_MIN, y.compare(VectorOperators.LT, Coefficients.EXP_MIN)));
    }

    /** Of numbers in the range in which it is neither 0 nor infinite. */
    private static DoubleVector exponential(DoubleVector y) {
        DoubleVector shifted = y.fma(LOG2_E, POWERS_SHIFT);
        return scale(expm1Reduced(reduce(y, shifted.sub(POWERS_SHIFT))).add(1), shifted);
    }

    private static DoubleVector expm1OfNegative(DoubleVector x) {
        DoubleVector y = x.blend(0, x.compare(VectorOperators.GT, 0));
        return expm1Near(y.blend(Coefficients.EXPM1_MIN, y.compare(VectorOperators.LT, Coefficients.EXPM1_MIN)));
    }

    private static DoubleVector tanh(DoubleVector x) {
        DoubleVector magnitude = x.abs();
        DoubleVector y =
                magnitude.blend(Coefficients.TANH_MAX, magnitude.compare(VectorOperators.GT, Coefficients.TANH_MAX));
        DoubleVector t = expm1Near(y.mul(-2));
        LongVector quotient = t.div(t.add(2)).reinterpretAsLongs();
        LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
        return quotient.and(Long.MAX_VALUE).or(sign).reinterpretAsDoubles();
    }

    private static DoubleVector expm1Near(DoubleVector y) {
        DoubleVector shifted = y.fma(LOG2_E, POWER_SHIFT);
        LongVector power = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Coefficients.MANTISSA_BITS);
        return ONE.sub(INVERSE_POWERS.sub(power).reinterpretAsDoubles())
                .add(expm1Reduced(reduce(y, shifted.sub(POWER_SHIFT))))
                .mul(power.reinterpretAsDoubles());
    }

    private static DoubleVector sigmoid(DoubleVector x, DoubleVector tail) {
        return tail.blend(1, x.compare(VectorOperators.GE, 0)).div(tail.add(1));
    }

    /** {@code exp(−|x|)}. */
    private static DoubleVector tail(DoubleVector x) {
        DoubleVector y = x.abs().neg();
        y = y.blend(Coefficients.EXP_MIN, y.compare(VectorOperators.LT, Coefficients.EXP_MIN));
        return exponential(y);
    }

    private static DoubleVector log1pOfUnit(DoubleVector f) {
        DoubleVector half = f.mul(0.5).mul(f);
        DoubleVector s = f.div(f.add(2));
        DoubleVector z = s.mul(s);
        DoubleVector q = U10.fma(z, U9);
        q = q.fma(z, U8);
        q = q.fma(z, U7);
        q = q.fma(z, U6);
        q = q.fma(z, U5);
        q = q.fma(z, U4);
        q = q.fma(z, U3);
        q = q.fma(z, U2);
        q = q.fma(z, U1);
        q = q.fma(z, U0);
        return f.sub(half.sub(s.mul(half.add(z.mul(q)))));
    }

    private static DoubleVector reduce(DoubleVector y, DoubleVector k) {
        return k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, y));
    }

    private static DoubleVector expm1Reduced(DoubleVector r) {
        DoubleVector q = E10.fma(r, E9);
        q = q.fma(r, E8);
        q = q.fma(r, E7);
        q = q.fma(r, E6);
        q = q.fma(r, E5);
        q = q.fma(r, E4);
        q = q.fma(r, E3);
        q = q.fma(r, E2);
        q = q.fma(r, E1);
        q = q.fma(r, E0);
        return r.mul(r).fma(q, r);
    }

    private static DoubleVector scale(DoubleVector value, DoubleVector shifted) {
        LongVector both = shifted.reinterpretAsLongs();
        LongVector first = both.lanewise(VectorOperators.LSHR, 1);
        LongVector second = both.sub(first);
        return value.mul(first.lanewise(VectorOperators.LSHL, Coefficients.MANTISSA_BITS)
                        .reinterpretAsDoubles())
                .mul(second.lanewise(VectorOperators.LSHL, Coefficients.MANTISSA_BITS)
                        .reinterpretAsDoubles());
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }
}
