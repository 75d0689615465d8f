package org.layerwise.core.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Six or four rows of up to four vectors at a time, held in registers and written straight to the destination.
 *
 * <p>Only to be loaded where the module {@code jdk.incubator.vector} is there. The last vectors of a row overlap those
 * before them rather than being cut: what is written twice is the same number.
 */
final class VectorInPlaceKernel implements InPlaceKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Vectors in a row of a tile: sixteen sums need more than sixteen registers. */
    private static final int WIDTH = LANES == 8 ? 4 : 2;

    private final InPlaceKernel narrow = new ScalarInPlaceKernel();

    @Override
    public void sum(Product p, int top, int bottom, int left, int right) {
        if (right - left < LANES) {
            narrow.sum(p, top, bottom, left, right);
            return;
        }
        int high = WIDTH == 4 ? top + sixes(bottom - top) * VectorSixRows.ROWS : top;
        int wide = left;
        for (; right - wide > 3 * LANES; wide += VectorSixRows.COLUMNS) {
            int last = Math.min(wide + 3 * LANES, right - LANES);
            for (int i = top; i < high; i += VectorSixRows.ROWS) {
                VectorSixRows.sum(p, i, wide, last);
            }
        }
        fewRows(p, top, high, Math.min(wide, right), right);
        fewRows(p, high, bottom, left, right);
    }

    /** How many times six of so many rows, so that the others are fours and at most one more, where that can be. */
    private static int sixes(int rows) {
        int sixes = rows / VectorSixRows.ROWS;
        while (sixes > 0 && (rows - sixes * VectorSixRows.ROWS) % 4 > 1) {
            sixes--;
        }
        return sixes;
    }

    private static void fewRows(Product p, int top, int bottom, int left, int right) {
        int i = top;
        for (; i + 4 <= bottom; i += 4) {
            fourRows(p, i, left, right);
        }
        for (; i < bottom; i++) {
            oneRow(p, i, left, right);
        }
    }

    private static void fourRows(Product p, int i, int left, int right) {
        int last = right - LANES;
        for (int j = left; j < right; ) {
            int next = Math.min(j + LANES, last);
            if (WIDTH == 4 && right - j > 2 * LANES) {
                fourByFour(p, i, j, next, Math.min(j + 2 * LANES, last), Math.min(j + 3 * LANES, last));
                j += 4 * LANES;
            } else {
                fourByTwo(p, i, Math.min(j, last), next);
                j += 2 * LANES;
            }
        }
    }

    private static void oneRow(Product p, int i, int left, int right) {
        int last = right - LANES;
        for (int j = left; j < right; j += 4 * LANES) {
            oneByFour(
                    p,
                    i,
                    Math.min(j, last),
                    Math.min(j + LANES, last),
                    Math.min(j + 2 * LANES, last),
                    Math.min(j + 3 * LANES, last));
        }
    }

    private static void fourByFour(Product product, int i, int j0, int j1, int j2, int j3) {
        double[] a = product.a;
        double[] b = product.b;
        int step = product.leftStride();
        int stride = product.n;
        int inner = product.inner;
        int rowStride = product.leftRowStride();
        int l0 = i * rowStride;
        int l1 = l0 + rowStride;
        int l2 = l1 + rowStride;
        int l3 = l2 + rowStride;
        DoubleVector shift0 = DoubleVector.broadcast(SPECIES, product.shift(i));
        DoubleVector shift1 = DoubleVector.broadcast(SPECIES, product.shift(i + 1));
        DoubleVector shift2 = DoubleVector.broadcast(SPECIES, product.shift(i + 2));
        DoubleVector shift3 = DoubleVector.broadcast(SPECIES, product.shift(i + 3));
        DoubleVector s00 = shift0;
        DoubleVector s01 = shift0;
        DoubleVector s02 = shift0;
        DoubleVector s03 = shift0;
        DoubleVector s10 = shift1;
        DoubleVector s11 = shift1;
        DoubleVector s12 = shift1;
        DoubleVector s13 = shift1;
        DoubleVector s20 = shift2;
        DoubleVector s21 = shift2;
        DoubleVector s22 = shift2;
        DoubleVector s23 = shift2;
        DoubleVector s30 = shift3;
        DoubleVector s31 = shift3;
        DoubleVector s32 = shift3;
        DoubleVector s33 = shift3;
        for (int p = 0, l = 0, r = 0; p < inner; p++, l += step, r += stride) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, b, r + j0);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, b, r + j1);
            DoubleVector r2 = DoubleVector.fromArray(SPECIES, b, r + j2);
            DoubleVector r3 = DoubleVector.fromArray(SPECIES, b, r + j3);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, a[l0 + l]);
            s00 = f0.fma(r0, s00);
            s01 = f0.fma(r1, s01);
            s02 = f0.fma(r2, s02);
            s03 = f0.fma(r3, s03);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, a[l1 + l]);
            s10 = f1.fma(r0, s10);
            s11 = f1.fma(r1, s11);
            s12 = f1.fma(r2, s12);
            s13 = f1.fma(r3, s13);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, a[l2 + l]);
            s20 = f2.fma(r0, s20);
            s21 = f2.fma(r1, s21);
            s22 = f2.fma(r2, s22);
            s23 = f2.fma(r3, s23);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, a[l3 + l]);
            s30 = f3.fma(r0, s30);
            s31 = f3.fma(r1, s31);
            s32 = f3.fma(r2, s32);
            s33 = f3.fma(r3, s33);
        }
        double[] c = product.c;
        int to = i * stride;
        s00.intoArray(c, to + j0);
        s01.intoArray(c, to + j1);
        s02.intoArray(c, to + j2);
        s03.intoArray(c, to + j3);
        to += stride;
        s10.intoArray(c, to + j0);
        s11.intoArray(c, to + j1);
        s12.intoArray(c, to + j2);
        s13.intoArray(c, to + j3);
        to += stride;
        s20.intoArray(c, to + j0);
        s21.intoArray(c, to + j1);
        s22.intoArray(c, to + j2);
        s23.intoArray(c, to + j3);
        to += stride;
        s30.intoArray(c, to + j0);
        s31.intoArray(c, to + j1);
        s32.intoArray(c, to + j2);
        s33.intoArray(c, to + j3);
    }

    private static void fourByTwo(Product product, int i, int j0, int j1) {
        double[] a = product.a;
        double[] b = product.b;
        int step = product.leftStride();
        int stride = product.n;
        int inner = product.inner;
        int rowStride = product.leftRowStride();
        int l0 = i * rowStride;
        int l1 = l0 + rowStride;
        int l2 = l1 + rowStride;
        int l3 = l2 + rowStride;
        DoubleVector shift0 = DoubleVector.broadcast(SPECIES, product.shift(i));
        DoubleVector shift1 = DoubleVector.broadcast(SPECIES, product.shift(i + 1));
        DoubleVector shift2 = DoubleVector.broadcast(SPECIES, product.shift(i + 2));
        DoubleVector shift3 = DoubleVector.broadcast(SPECIES, product.shift(i + 3));
        DoubleVector s00 = shift0;
        DoubleVector s01 = shift0;
        DoubleVector s10 = shift1;
        DoubleVector s11 = shift1;
        DoubleVector s20 = shift2;
        DoubleVector s21 = shift2;
        DoubleVector s30 = shift3;
        DoubleVector s31 = shift3;
        for (int p = 0, l = 0, r = 0; p < inner; p++, l += step, r += stride) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, b, r + j0);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, b, r + j1);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, a[l0 + l]);
            s00 = f0.fma(r0, s00);
            s01 = f0.fma(r1, s01);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, a[l1 + l]);
            s10 = f1.fma(r0, s10);
            s11 = f1.fma(r1, s11);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, a[l2 + l]);
            s20 = f2.fma(r0, s20);
            s21 = f2.fma(r1, s21);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, a[l3 + l]);
            s30 = f3.fma(r0, s30);
            s31 = f3.fma(r1, s31);
        }
        double[] c = product.c;
        int to = i * stride;
        s00.intoArray(c, to + j0);
        s01.intoArray(c, to + j1);
        to += stride;
        s10.intoArray(c, to + j0);
        s11.intoArray(c, to + j1);
        to += stride;
        s20.intoArray(c, to + j0);
        s21.intoArray(c, to + j1);
        to += stride;
        s30.intoArray(c, to + j0);
        s31.intoArray(c, to + j1);
    }

    private static void oneByFour(Product product, int i, int j0, int j1, int j2, int j3) {
        double[] a = product.a;
        double[] b = product.b;
        int step = product.leftStride();
        int stride = product.n;
        int inner = product.inner;
        int l = i * product.leftRowStride();
        DoubleVector shift = DoubleVector.broadcast(SPECIES, product.shift(i));
        DoubleVector s0 = shift;
        DoubleVector s1 = shift;
        DoubleVector s2 = shift;
        DoubleVector s3 = shift;
        for (int p = 0, r = 0; p < inner; p++, l += step, r += stride) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, a[l]);
            s0 = factor.fma(DoubleVector.fromArray(SPECIES, b, r + j0), s0);
            s1 = factor.fma(DoubleVector.fromArray(SPECIES, b, r + j1), s1);
            s2 = factor.fma(DoubleVector.fromArray(SPECIES, b, r + j2), s2);
            s3 = factor.fma(DoubleVector.fromArray(SPECIES, b, r + j3), s3);
        }
        int to = i * stride;
        s0.intoArray(product.c, to + j0);
        s1.intoArray(product.c, to + j1);
        s2.intoArray(product.c, to + j2);
        s3.intoArray(product.c, to + j3);
    }
}
