package org.layerwise.core.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.layerwise.core.AdaptiveMoments.Rule;

/**
 * A processor's vector of numbers at a time, its roots by Newton's method: the processor's own instruction takes longer
 * than the rest of the loop, and divides with the same unit.
 *
 * <p>Only to be loaded where the module {@code jdk.incubator.vector} is there. It is kept short: with nine operations
 * more, more than the JIT compiler takes in, vectors became objects and it was slower than number by number. Hence x and
 * its root with a minus, which needs no operation of its own, and no weight decay, for which all would take a tenth longer.
 */
final class VectorMomentLoop implements MomentLoop {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Less half the bits of −x it is 1/√x within 4 %. */
    private static final LongVector INVERSE_ROOT = LongVector.broadcast(LONGS, 0x9FE6_EB50_C7B5_37A9L);

    private static final DoubleVector HALF = DoubleVector.broadcast(SPECIES, 0.5);

    private final MomentLoop plain = new ScalarMomentLoop();

    @Override
    public void run(Moments moments, int from, int to, double stride, double scale, double kept) {
        Rule rule = moments.rule;
        int whole = rule.weightDecay() == 0 && hidesSmallRoots(rule) ? (to - from) / LANES * LANES : 0;
        vectors(moments, from, from + whole, stride, scale, kept);
        plain.run(moments, from + whole, to, stride, scale, kept);
    }

    /**
     * The root of x, for x from 2^-906, is that of the processor to the last bit. Goldschmidt's form of the method: with
     * {@code e = ½ − ½ √x · 1/√x} both are multiplied by {@code 1 + e}, which squares their error: 4e-2, 2e-3, 5e-6,
     * 3e-11, 1e-16. Then {@code r + (x − r²) / 2r}, whose error before it is rounded, below 1e-30, could matter only
     * for an x whose root lies so close to the middle between two numbers; a test tries them all.
     */
    private static void vectors(Moments moments, int from, int to, double stride, double scale, double kept) {
        double[] w = moments.w;
        double[] g = moments.g;
        double[] m = moments.m;
        double[] v = moments.v;
        Rule rule = moments.rule;
        DoubleVector beta1 = DoubleVector.broadcast(SPECIES, rule.beta1());
        DoubleVector rest1 = DoubleVector.broadcast(SPECIES, 1 - rule.beta1());
        DoubleVector beta2 = DoubleVector.broadcast(SPECIES, rule.beta2());
        DoubleVector rest2 = DoubleVector.broadcast(SPECIES, 1 - rule.beta2());
        DoubleVector factor = DoubleVector.broadcast(SPECIES, -scale);
        DoubleVector under = DoubleVector.broadcast(SPECIES, -rule.under());
        DoubleVector beside = DoubleVector.broadcast(SPECIES, rule.beside());
        DoubleVector pace = DoubleVector.broadcast(SPECIES, stride);
        DoubleVector rest = DoubleVector.broadcast(SPECIES, kept);
        for (int i = from; i < to; i += LANES) {
            DoubleVector gradient = DoubleVector.fromArray(SPECIES, g, i);
            DoubleVector mean = DoubleVector.fromArray(SPECIES, m, i).fma(beta1, gradient.mul(rest1));
            mean.intoArray(m, i);
            DoubleVector square = DoubleVector.fromArray(SPECIES, v, i)
                    .fma(beta2, gradient.mul(gradient).mul(rest2));
            square.intoArray(v, i);
            DoubleVector x = square.fma(factor, under);
            DoubleVector inverse = INVERSE_ROOT
                    .sub(x.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 1))
                    .reinterpretAsDoubles();
            DoubleVector r = inverse.mul(x);
            DoubleVector h = inverse.mul(HALF);
            DoubleVector e = r.fma(h, HALF);
            r = r.fma(e, r);
            h = h.fma(e, h);
            e = r.fma(h, HALF);
            r = r.fma(e, r);
            h = h.fma(e, h);
            e = r.fma(h, HALF);
            r = r.fma(e, r);
            h = h.fma(e, h);
            e = r.fma(h, HALF);
            r = r.fma(e, r);
            h = h.fma(e, h);
            r = r.fma(r, x).fma(h, r);
            DoubleVector.fromArray(SPECIES, w, i)
                    .mul(rest)
                    .sub(mean.mul(pace).div(beside.sub(r)))
                    .intoArray(w, i);
        }
    }

    /** Whether roots of lesser numbers, which are small but not exact, change no bit of the denominator. */
    private static boolean hidesSmallRoots(Rule rule) {
        return rule.beside() >= 0x1p-399 || rule.under() >= 0x1p-900;
    }
}
