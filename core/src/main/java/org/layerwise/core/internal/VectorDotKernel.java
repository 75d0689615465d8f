package org.layerwise.core.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * In vectors of eight numbers; only to be loaded where the module {@code jdk.incubator.vector} is there and the
 * processor has such vectors.
 */
final class VectorDotKernel implements DotKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_512;

    @Override
    public void multiply(
            double[] x,
            int x0,
            int x1,
            int x2,
            int x3,
            double[] y,
            int y0,
            int y1,
            int y2,
            int y3,
            int blocks,
            double[] parts) {
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector s03 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s12 = DoubleVector.zero(SPECIES);
        DoubleVector s13 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s22 = DoubleVector.zero(SPECIES);
        DoubleVector s23 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        DoubleVector s32 = DoubleVector.zero(SPECIES);
        DoubleVector s33 = DoubleVector.zero(SPECIES);
        for (int i = 0, p = 0; i < blocks; i++, p += LANES) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, y, y0 + p);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, y, y1 + p);
            DoubleVector r2 = DoubleVector.fromArray(SPECIES, y, y2 + p);
            DoubleVector r3 = DoubleVector.fromArray(SPECIES, y, y3 + p);
            DoubleVector l0 = DoubleVector.fromArray(SPECIES, x, x0 + p);
            s00 = l0.fma(r0, s00);
            s01 = l0.fma(r1, s01);
            s02 = l0.fma(r2, s02);
            s03 = l0.fma(r3, s03);
            DoubleVector l1 = DoubleVector.fromArray(SPECIES, x, x1 + p);
            s10 = l1.fma(r0, s10);
            s11 = l1.fma(r1, s11);
            s12 = l1.fma(r2, s12);
            s13 = l1.fma(r3, s13);
            DoubleVector l2 = DoubleVector.fromArray(SPECIES, x, x2 + p);
            s20 = l2.fma(r0, s20);
            s21 = l2.fma(r1, s21);
            s22 = l2.fma(r2, s22);
            s23 = l2.fma(r3, s23);
            DoubleVector l3 = DoubleVector.fromArray(SPECIES, x, x3 + p);
            s30 = l3.fma(r0, s30);
            s31 = l3.fma(r1, s31);
            s32 = l3.fma(r2, s32);
            s33 = l3.fma(r3, s33);
        }
        s00.intoArray(parts, 0);
        s01.intoArray(parts, LANES);
        s02.intoArray(parts, 2 * LANES);
        s03.intoArray(parts, 3 * LANES);
        s10.intoArray(parts, 4 * LANES);
        s11.intoArray(parts, 5 * LANES);
        s12.intoArray(parts, 6 * LANES);
        s13.intoArray(parts, 7 * LANES);
        s20.intoArray(parts, 8 * LANES);
        s21.intoArray(parts, 9 * LANES);
        s22.intoArray(parts, 10 * LANES);
        s23.intoArray(parts, 11 * LANES);
        s30.intoArray(parts, 12 * LANES);
        s31.intoArray(parts, 13 * LANES);
        s32.intoArray(parts, 14 * LANES);
        s33.intoArray(parts, 15 * LANES);
    }

    @Override
    public void multiplyByTwo(
            double[] x, int x0, int x1, int x2, int x3, double[] y, int y0, int y1, int blocks, double[] parts) {
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        for (int i = 0, p = 0; i < blocks; i++, p += LANES) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, y, y0 + p);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, y, y1 + p);
            DoubleVector l0 = DoubleVector.fromArray(SPECIES, x, x0 + p);
            s00 = l0.fma(r0, s00);
            s01 = l0.fma(r1, s01);
            DoubleVector l1 = DoubleVector.fromArray(SPECIES, x, x1 + p);
            s10 = l1.fma(r0, s10);
            s11 = l1.fma(r1, s11);
            DoubleVector l2 = DoubleVector.fromArray(SPECIES, x, x2 + p);
            s20 = l2.fma(r0, s20);
            s21 = l2.fma(r1, s21);
            DoubleVector l3 = DoubleVector.fromArray(SPECIES, x, x3 + p);
            s30 = l3.fma(r0, s30);
            s31 = l3.fma(r1, s31);
        }
        s00.intoArray(parts, 0);
        s01.intoArray(parts, LANES);
        s10.intoArray(parts, 2 * LANES);
        s11.intoArray(parts, 3 * LANES);
        s20.intoArray(parts, 4 * LANES);
        s21.intoArray(parts, 5 * LANES);
        s30.intoArray(parts, 6 * LANES);
        s31.intoArray(parts, 7 * LANES);
    }

    @Override
    public void multiplyOne(double[] x, int x0, double[] y, int y0, int stride, int last, int blocks, double[] parts) {
        int y1 = y0 + Math.min(1, last) * stride;
        int y2 = y0 + Math.min(2, last) * stride;
        int y3 = y0 + Math.min(3, last) * stride;
        int y4 = y0 + Math.min(4, last) * stride;
        int y5 = y0 + Math.min(5, last) * stride;
        int y6 = y0 + Math.min(6, last) * stride;
        int y7 = y0 + Math.min(7, last) * stride;
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        DoubleVector s4 = DoubleVector.zero(SPECIES);
        DoubleVector s5 = DoubleVector.zero(SPECIES);
        DoubleVector s6 = DoubleVector.zero(SPECIES);
        DoubleVector s7 = DoubleVector.zero(SPECIES);
        for (int i = 0, p = 0; i < blocks; i++, p += LANES) {
            DoubleVector left = DoubleVector.fromArray(SPECIES, x, x0 + p);
            s0 = left.fma(DoubleVector.fromArray(SPECIES, y, y0 + p), s0);
            s1 = left.fma(DoubleVector.fromArray(SPECIES, y, y1 + p), s1);
            s2 = left.fma(DoubleVector.fromArray(SPECIES, y, y2 + p), s2);
            s3 = left.fma(DoubleVector.fromArray(SPECIES, y, y3 + p), s3);
            s4 = left.fma(DoubleVector.fromArray(SPECIES, y, y4 + p), s4);
            s5 = left.fma(DoubleVector.fromArray(SPECIES, y, y5 + p), s5);
            s6 = left.fma(DoubleVector.fromArray(SPECIES, y, y6 + p), s6);
            s7 = left.fma(DoubleVector.fromArray(SPECIES, y, y7 + p), s7);
        }
        s0.intoArray(parts, 0);
        s1.intoArray(parts, LANES);
        s2.intoArray(parts, 2 * LANES);
        s3.intoArray(parts, 3 * LANES);
        s4.intoArray(parts, 4 * LANES);
        s5.intoArray(parts, 5 * LANES);
        s6.intoArray(parts, 6 * LANES);
        s7.intoArray(parts, 7 * LANES);
    }

    @Override
    public void sum(double[] x, int from, int columns, int blocks, double[] parts) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        for (int i = 0, p = from; i < blocks; i++, p += LANES) {
            s0 = s0.add(DoubleVector.fromArray(SPECIES, x, p));
            s1 = s1.add(DoubleVector.fromArray(SPECIES, x, p + columns));
            s2 = s2.add(DoubleVector.fromArray(SPECIES, x, p + 2 * columns));
            s3 = s3.add(DoubleVector.fromArray(SPECIES, x, p + 3 * columns));
        }
        s0.intoArray(parts, 0);
        s1.intoArray(parts, LANES);
        s2.intoArray(parts, 2 * LANES);
        s3.intoArray(parts, 3 * LANES);
    }
}
