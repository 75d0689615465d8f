package org.layerwise.core.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Six rows of four vectors beside each other, held in registers and written straight to the destination: for processors
 * with 32 registers.
 *
 * <p>Only to be loaded where the module {@code jdk.incubator.vector} is there. Where one index can find several numbers
 * of an operand it does: the loop has no registers to spare for more of them.
 */
final class VectorSixRows {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    static final int ROWS = 6;
    static final int COLUMNS = 4 * LANES;

    private VectorSixRows() {}

    /** The rows from i, three vectors from column j and one from column {@code last}, which may overlap them. */
    static void sum(Product p, int i, int j, int last) {
        if (p.form == Form.LEFT_TRANSPOSED) {
            ofColumns(p, i, j, last - j);
        } else {
            ofRows(p, i, j, last - j);
        }
    }

    private static void ofRows(Product product, int i, int j, int ahead) {
        double[] a = product.a;
        double[] b = product.b;
        int stride = product.n;
        int inner = product.inner;
        int rowStride = product.leftRowStride();
        int l0 = i * rowStride;
        int l1 = l0 + rowStride;
        int l2 = l1 + rowStride;
        int l3 = l2 + rowStride;
        int l4 = l3 + rowStride;
        int l5 = l4 + rowStride;
        DoubleVector shift0 = DoubleVector.broadcast(SPECIES, product.shift(i));
        DoubleVector s00 = shift0;
        DoubleVector s01 = shift0;
        DoubleVector s02 = shift0;
        DoubleVector s03 = shift0;
        DoubleVector shift1 = DoubleVector.broadcast(SPECIES, product.shift(i + 1));
        DoubleVector s10 = shift1;
        DoubleVector s11 = shift1;
        DoubleVector s12 = shift1;
        DoubleVector s13 = shift1;
        DoubleVector shift2 = DoubleVector.broadcast(SPECIES, product.shift(i + 2));
        DoubleVector s20 = shift2;
        DoubleVector s21 = shift2;
        DoubleVector s22 = shift2;
        DoubleVector s23 = shift2;
        DoubleVector shift3 = DoubleVector.broadcast(SPECIES, product.shift(i + 3));
        DoubleVector s30 = shift3;
        DoubleVector s31 = shift3;
        DoubleVector s32 = shift3;
        DoubleVector s33 = shift3;
        DoubleVector shift4 = DoubleVector.broadcast(SPECIES, product.shift(i + 4));
        DoubleVector s40 = shift4;
        DoubleVector s41 = shift4;
        DoubleVector s42 = shift4;
        DoubleVector s43 = shift4;
        DoubleVector shift5 = DoubleVector.broadcast(SPECIES, product.shift(i + 5));
        DoubleVector s50 = shift5;
        DoubleVector s51 = shift5;
        DoubleVector s52 = shift5;
        DoubleVector s53 = shift5;
        for (int p = 0, r = j; p < inner; p++, r += stride) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, b, r);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, b, r + LANES);
            DoubleVector r2 = DoubleVector.fromArray(SPECIES, b, r + 2 * LANES);
            DoubleVector r3 = DoubleVector.fromArray(SPECIES, b, r + ahead);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, a[l0 + p]);
            s00 = f0.fma(r0, s00);
            s01 = f0.fma(r1, s01);
            s02 = f0.fma(r2, s02);
            s03 = f0.fma(r3, s03);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, a[l1 + p]);
            s10 = f1.fma(r0, s10);
            s11 = f1.fma(r1, s11);
            s12 = f1.fma(r2, s12);
            s13 = f1.fma(r3, s13);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, a[l2 + p]);
            s20 = f2.fma(r0, s20);
            s21 = f2.fma(r1, s21);
            s22 = f2.fma(r2, s22);
            s23 = f2.fma(r3, s23);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, a[l3 + p]);
            s30 = f3.fma(r0, s30);
            s31 = f3.fma(r1, s31);
            s32 = f3.fma(r2, s32);
            s33 = f3.fma(r3, s33);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, a[l4 + p]);
            s40 = f4.fma(r0, s40);
            s41 = f4.fma(r1, s41);
            s42 = f4.fma(r2, s42);
            s43 = f4.fma(r3, s43);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, a[l5 + p]);
            s50 = f5.fma(r0, s50);
            s51 = f5.fma(r1, s51);
            s52 = f5.fma(r2, s52);
            s53 = f5.fma(r3, s53);
        }
        double[] c = product.c;
        int to = i * stride + j;
        s00.intoArray(c, to);
        s01.intoArray(c, to + LANES);
        s02.intoArray(c, to + 2 * LANES);
        s03.intoArray(c, to + ahead);
        to += stride;
        s10.intoArray(c, to);
        s11.intoArray(c, to + LANES);
        s12.intoArray(c, to + 2 * LANES);
        s13.intoArray(c, to + ahead);
        to += stride;
        s20.intoArray(c, to);
        s21.intoArray(c, to + LANES);
        s22.intoArray(c, to + 2 * LANES);
        s23.intoArray(c, to + ahead);
        to += stride;
        s30.intoArray(c, to);
        s31.intoArray(c, to + LANES);
        s32.intoArray(c, to + 2 * LANES);
        s33.intoArray(c, to + ahead);
        to += stride;
        s40.intoArray(c, to);
        s41.intoArray(c, to + LANES);
        s42.intoArray(c, to + 2 * LANES);
        s43.intoArray(c, to + ahead);
        to += stride;
        s50.intoArray(c, to);
        s51.intoArray(c, to + LANES);
        s52.intoArray(c, to + 2 * LANES);
        s53.intoArray(c, to + ahead);
    }

    /** The rows of the product come of columns of a. */
    private static void ofColumns(Product product, int i, int j, int ahead) {
        double[] a = product.a;
        double[] b = product.b;
        int stride = product.n;
        int inner = product.inner;
        int step = product.leftStride();
        DoubleVector shift0 = DoubleVector.broadcast(SPECIES, product.shift(i));
        DoubleVector s00 = shift0;
        DoubleVector s01 = shift0;
        DoubleVector s02 = shift0;
        DoubleVector s03 = shift0;
        DoubleVector shift1 = DoubleVector.broadcast(SPECIES, product.shift(i + 1));
        DoubleVector s10 = shift1;
        DoubleVector s11 = shift1;
        DoubleVector s12 = shift1;
        DoubleVector s13 = shift1;
        DoubleVector shift2 = DoubleVector.broadcast(SPECIES, product.shift(i + 2));
        DoubleVector s20 = shift2;
        DoubleVector s21 = shift2;
        DoubleVector s22 = shift2;
        DoubleVector s23 = shift2;
        DoubleVector shift3 = DoubleVector.broadcast(SPECIES, product.shift(i + 3));
        DoubleVector s30 = shift3;
        DoubleVector s31 = shift3;
        DoubleVector s32 = shift3;
        DoubleVector s33 = shift3;
        DoubleVector shift4 = DoubleVector.broadcast(SPECIES, product.shift(i + 4));
        DoubleVector s40 = shift4;
        DoubleVector s41 = shift4;
        DoubleVector s42 = shift4;
        DoubleVector s43 = shift4;
        DoubleVector shift5 = DoubleVector.broadcast(SPECIES, product.shift(i + 5));
        DoubleVector s50 = shift5;
        DoubleVector s51 = shift5;
        DoubleVector s52 = shift5;
        DoubleVector s53 = shift5;
        for (int p = 0, l = i, r = j; p < inner; p++, l += step, r += stride) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, b, r);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, b, r + LANES);
            DoubleVector r2 = DoubleVector.fromArray(SPECIES, b, r + 2 * LANES);
            DoubleVector r3 = DoubleVector.fromArray(SPECIES, b, r + ahead);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, a[l]);
            s00 = f0.fma(r0, s00);
            s01 = f0.fma(r1, s01);
            s02 = f0.fma(r2, s02);
            s03 = f0.fma(r3, s03);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, a[l + 1]);
            s10 = f1.fma(r0, s10);
            s11 = f1.fma(r1, s11);
            s12 = f1.fma(r2, s12);
            s13 = f1.fma(r3, s13);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, a[l + 2]);
            s20 = f2.fma(r0, s20);
            s21 = f2.fma(r1, s21);
            s22 = f2.fma(r2, s22);
            s23 = f2.fma(r3, s23);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, a[l + 3]);
            s30 = f3.fma(r0, s30);
            s31 = f3.fma(r1, s31);
            s32 = f3.fma(r2, s32);
            s33 = f3.fma(r3, s33);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, a[l + 4]);
            s40 = f4.fma(r0, s40);
            s41 = f4.fma(r1, s41);
            s42 = f4.fma(r2, s42);
            s43 = f4.fma(r3, s43);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, a[l + 5]);
            s50 = f5.fma(r0, s50);
            s51 = f5.fma(r1, s51);
            s52 = f5.fma(r2, s52);
            s53 = f5.fma(r3, s53);
        }
        double[] c = product.c;
        int to = i * stride + j;
        s00.intoArray(c, to);
        s01.intoArray(c, to + LANES);
        s02.intoArray(c, to + 2 * LANES);
        s03.intoArray(c, to + ahead);
        to += stride;
        s10.intoArray(c, to);
        s11.intoArray(c, to + LANES);
        s12.intoArray(c, to + 2 * LANES);
        s13.intoArray(c, to + ahead);
        to += stride;
        s20.intoArray(c, to);
        s21.intoArray(c, to + LANES);
        s22.intoArray(c, to + 2 * LANES);
        s23.intoArray(c, to + ahead);
        to += stride;
        s30.intoArray(c, to);
        s31.intoArray(c, to + LANES);
        s32.intoArray(c, to + 2 * LANES);
        s33.intoArray(c, to + ahead);
        to += stride;
        s40.intoArray(c, to);
        s41.intoArray(c, to + LANES);
        s42.intoArray(c, to + 2 * LANES);
        s43.intoArray(c, to + ahead);
        to += stride;
        s50.intoArray(c, to);
        s51.intoArray(c, to + LANES);
        s52.intoArray(c, to + 2 * LANES);
        s53.intoArray(c, to + ahead);
    }
}
