package org.layerwise.core.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * A kernel whose tile stays in vector registers: 8 rows of three vectors where there are 32 registers, else 4 rows.
 *
 * <p>Only to be loaded where the module {@code jdk.incubator.vector} is there. Missing rows are computed as copies of
 * the last one.
 */
final class VectorFloatKernel implements FloatKernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    /** As many floats as there are doubles in a vector. */
    private static final VectorSpecies<Float> HALVES =
            VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

    private static final int HALF = DOUBLES.length();
    private static final int LANES = SPECIES.length();
    private static final int COLUMNS = 3 * LANES;
    private static final int ROWS = LANES == 8 ? 4 : 8;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public int granule() {
        return LANES;
    }

    @Override
    public String name() {
        return SPECIES.vectorBitSize() + "-bit vectors";
    }

    @Override
    public void multiply(
            float[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            float[] right,
            int rightOffset,
            int rightStride,
            int columns,
            int inner,
            float[] tile) {
        if (columns > 2 * LANES && rows > 4) {
            eightByThree(left, leftOffset, rowStride, leftStride, rows, right, rightOffset, rightStride, inner, tile);
        } else if (columns > 2 * LANES) {
            fourByThree(left, leftOffset, rowStride, leftStride, rows, right, rightOffset, rightStride, inner, tile);
        } else if (columns > LANES && rows > 4) {
            eightByTwo(left, leftOffset, rowStride, leftStride, rows, right, rightOffset, rightStride, inner, tile);
        } else if (columns > LANES) {
            fourByTwo(left, leftOffset, rowStride, leftStride, rows, right, rightOffset, rightStride, inner, tile);
        } else if (rows > 4) {
            eightByOne(left, leftOffset, rowStride, leftStride, rows, right, rightOffset, rightStride, inner, tile);
        } else {
            fourByOne(left, leftOffset, rowStride, leftStride, rows, right, rightOffset, rightStride, inner, tile);
        }
    }

    private static void eightByThree(
            float[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            float[] right,
            int rightOffset,
            int rightStride,
            int inner,
            float[] tile) {
        int last = leftOffset + (rows - 1) * rowStride;
        int l0 = leftOffset;
        int l1 = Math.min(l0 + rowStride, last);
        int l2 = Math.min(l1 + rowStride, last);
        int l3 = Math.min(l2 + rowStride, last);
        int l4 = Math.min(l3 + rowStride, last);
        int l5 = Math.min(l4 + rowStride, last);
        int l6 = Math.min(l5 + rowStride, last);
        int l7 = Math.min(l6 + rowStride, last);
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s02 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s12 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s22 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        FloatVector s32 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s41 = FloatVector.zero(SPECIES);
        FloatVector s42 = FloatVector.zero(SPECIES);
        FloatVector s50 = FloatVector.zero(SPECIES);
        FloatVector s51 = FloatVector.zero(SPECIES);
        FloatVector s52 = FloatVector.zero(SPECIES);
        FloatVector s60 = FloatVector.zero(SPECIES);
        FloatVector s61 = FloatVector.zero(SPECIES);
        FloatVector s62 = FloatVector.zero(SPECIES);
        FloatVector s70 = FloatVector.zero(SPECIES);
        FloatVector s71 = FloatVector.zero(SPECIES);
        FloatVector s72 = FloatVector.zero(SPECIES);
        int r = rightOffset;
        for (int p = 0, l = 0; p < inner; p++, l += leftStride, r += rightStride) {
            FloatVector r0 = FloatVector.fromArray(SPECIES, right, r);
            FloatVector r1 = FloatVector.fromArray(SPECIES, right, r + LANES);
            FloatVector r2 = FloatVector.fromArray(SPECIES, right, r + 2 * LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, left[l0 + l]);
            s00 = a0.fma(r0, s00);
            s01 = a0.fma(r1, s01);
            s02 = a0.fma(r2, s02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, left[l1 + l]);
            s10 = a1.fma(r0, s10);
            s11 = a1.fma(r1, s11);
            s12 = a1.fma(r2, s12);
            FloatVector a2 = FloatVector.broadcast(SPECIES, left[l2 + l]);
            s20 = a2.fma(r0, s20);
            s21 = a2.fma(r1, s21);
            s22 = a2.fma(r2, s22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, left[l3 + l]);
            s30 = a3.fma(r0, s30);
            s31 = a3.fma(r1, s31);
            s32 = a3.fma(r2, s32);
            FloatVector a4 = FloatVector.broadcast(SPECIES, left[l4 + l]);
            s40 = a4.fma(r0, s40);
            s41 = a4.fma(r1, s41);
            s42 = a4.fma(r2, s42);
            FloatVector a5 = FloatVector.broadcast(SPECIES, left[l5 + l]);
            s50 = a5.fma(r0, s50);
            s51 = a5.fma(r1, s51);
            s52 = a5.fma(r2, s52);
            FloatVector a6 = FloatVector.broadcast(SPECIES, left[l6 + l]);
            s60 = a6.fma(r0, s60);
            s61 = a6.fma(r1, s61);
            s62 = a6.fma(r2, s62);
            FloatVector a7 = FloatVector.broadcast(SPECIES, left[l7 + l]);
            s70 = a7.fma(r0, s70);
            s71 = a7.fma(r1, s71);
            s72 = a7.fma(r2, s72);
        }
        s00.intoArray(tile, 0);
        s01.intoArray(tile, LANES);
        s02.intoArray(tile, 2 * LANES);
        s10.intoArray(tile, COLUMNS);
        s11.intoArray(tile, COLUMNS + LANES);
        s12.intoArray(tile, COLUMNS + 2 * LANES);
        s20.intoArray(tile, 2 * COLUMNS);
        s21.intoArray(tile, 2 * COLUMNS + LANES);
        s22.intoArray(tile, 2 * COLUMNS + 2 * LANES);
        s30.intoArray(tile, 3 * COLUMNS);
        s31.intoArray(tile, 3 * COLUMNS + LANES);
        s32.intoArray(tile, 3 * COLUMNS + 2 * LANES);
        s40.intoArray(tile, 4 * COLUMNS);
        s41.intoArray(tile, 4 * COLUMNS + LANES);
        s42.intoArray(tile, 4 * COLUMNS + 2 * LANES);
        s50.intoArray(tile, 5 * COLUMNS);
        s51.intoArray(tile, 5 * COLUMNS + LANES);
        s52.intoArray(tile, 5 * COLUMNS + 2 * LANES);
        s60.intoArray(tile, 6 * COLUMNS);
        s61.intoArray(tile, 6 * COLUMNS + LANES);
        s62.intoArray(tile, 6 * COLUMNS + 2 * LANES);
        s70.intoArray(tile, 7 * COLUMNS);
        s71.intoArray(tile, 7 * COLUMNS + LANES);
        s72.intoArray(tile, 7 * COLUMNS + 2 * LANES);
    }

    private static void fourByThree(
            float[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            float[] right,
            int rightOffset,
            int rightStride,
            int inner,
            float[] tile) {
        int last = leftOffset + (rows - 1) * rowStride;
        int l0 = leftOffset;
        int l1 = Math.min(l0 + rowStride, last);
        int l2 = Math.min(l1 + rowStride, last);
        int l3 = Math.min(l2 + rowStride, last);
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s02 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s12 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s22 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        FloatVector s32 = FloatVector.zero(SPECIES);
        int r = rightOffset;
        for (int p = 0, l = 0; p < inner; p++, l += leftStride, r += rightStride) {
            FloatVector r0 = FloatVector.fromArray(SPECIES, right, r);
            FloatVector r1 = FloatVector.fromArray(SPECIES, right, r + LANES);
            FloatVector r2 = FloatVector.fromArray(SPECIES, right, r + 2 * LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, left[l0 + l]);
            s00 = a0.fma(r0, s00);
            s01 = a0.fma(r1, s01);
            s02 = a0.fma(r2, s02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, left[l1 + l]);
            s10 = a1.fma(r0, s10);
            s11 = a1.fma(r1, s11);
            s12 = a1.fma(r2, s12);
            FloatVector a2 = FloatVector.broadcast(SPECIES, left[l2 + l]);
            s20 = a2.fma(r0, s20);
            s21 = a2.fma(r1, s21);
            s22 = a2.fma(r2, s22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, left[l3 + l]);
            s30 = a3.fma(r0, s30);
            s31 = a3.fma(r1, s31);
            s32 = a3.fma(r2, s32);
        }
        s00.intoArray(tile, 0);
        s01.intoArray(tile, LANES);
        s02.intoArray(tile, 2 * LANES);
        s10.intoArray(tile, COLUMNS);
        s11.intoArray(tile, COLUMNS + LANES);
        s12.intoArray(tile, COLUMNS + 2 * LANES);
        s20.intoArray(tile, 2 * COLUMNS);
        s21.intoArray(tile, 2 * COLUMNS + LANES);
        s22.intoArray(tile, 2 * COLUMNS + 2 * LANES);
        s30.intoArray(tile, 3 * COLUMNS);
        s31.intoArray(tile, 3 * COLUMNS + LANES);
        s32.intoArray(tile, 3 * COLUMNS + 2 * LANES);
    }

    private static void eightByTwo(
            float[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            float[] right,
            int rightOffset,
            int rightStride,
            int inner,
            float[] tile) {
        int last = leftOffset + (rows - 1) * rowStride;
        int l0 = leftOffset;
        int l1 = Math.min(l0 + rowStride, last);
        int l2 = Math.min(l1 + rowStride, last);
        int l3 = Math.min(l2 + rowStride, last);
        int l4 = Math.min(l3 + rowStride, last);
        int l5 = Math.min(l4 + rowStride, last);
        int l6 = Math.min(l5 + rowStride, last);
        int l7 = Math.min(l6 + rowStride, last);
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s41 = FloatVector.zero(SPECIES);
        FloatVector s50 = FloatVector.zero(SPECIES);
        FloatVector s51 = FloatVector.zero(SPECIES);
        FloatVector s60 = FloatVector.zero(SPECIES);
        FloatVector s61 = FloatVector.zero(SPECIES);
        FloatVector s70 = FloatVector.zero(SPECIES);
        FloatVector s71 = FloatVector.zero(SPECIES);
        int r = rightOffset;
        for (int p = 0, l = 0; p < inner; p++, l += leftStride, r += rightStride) {
            FloatVector r0 = FloatVector.fromArray(SPECIES, right, r);
            FloatVector r1 = FloatVector.fromArray(SPECIES, right, r + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, left[l0 + l]);
            s00 = a0.fma(r0, s00);
            s01 = a0.fma(r1, s01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, left[l1 + l]);
            s10 = a1.fma(r0, s10);
            s11 = a1.fma(r1, s11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, left[l2 + l]);
            s20 = a2.fma(r0, s20);
            s21 = a2.fma(r1, s21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, left[l3 + l]);
            s30 = a3.fma(r0, s30);
            s31 = a3.fma(r1, s31);
            FloatVector a4 = FloatVector.broadcast(SPECIES, left[l4 + l]);
            s40 = a4.fma(r0, s40);
            s41 = a4.fma(r1, s41);
            FloatVector a5 = FloatVector.broadcast(SPECIES, left[l5 + l]);
            s50 = a5.fma(r0, s50);
            s51 = a5.fma(r1, s51);
            FloatVector a6 = FloatVector.broadcast(SPECIES, left[l6 + l]);
            s60 = a6.fma(r0, s60);
            s61 = a6.fma(r1, s61);
            FloatVector a7 = FloatVector.broadcast(SPECIES, left[l7 + l]);
            s70 = a7.fma(r0, s70);
            s71 = a7.fma(r1, s71);
        }
        s00.intoArray(tile, 0);
        s01.intoArray(tile, LANES);
        s10.intoArray(tile, COLUMNS);
        s11.intoArray(tile, COLUMNS + LANES);
        s20.intoArray(tile, 2 * COLUMNS);
        s21.intoArray(tile, 2 * COLUMNS + LANES);
        s30.intoArray(tile, 3 * COLUMNS);
        s31.intoArray(tile, 3 * COLUMNS + LANES);
        s40.intoArray(tile, 4 * COLUMNS);
        s41.intoArray(tile, 4 * COLUMNS + LANES);
        s50.intoArray(tile, 5 * COLUMNS);
        s51.intoArray(tile, 5 * COLUMNS + LANES);
        s60.intoArray(tile, 6 * COLUMNS);
        s61.intoArray(tile, 6 * COLUMNS + LANES);
        s70.intoArray(tile, 7 * COLUMNS);
        s71.intoArray(tile, 7 * COLUMNS + LANES);
    }

    private static void fourByTwo(
            float[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            float[] right,
            int rightOffset,
            int rightStride,
            int inner,
            float[] tile) {
        int last = leftOffset + (rows - 1) * rowStride;
        int l0 = leftOffset;
        int l1 = Math.min(l0 + rowStride, last);
        int l2 = Math.min(l1 + rowStride, last);
        int l3 = Math.min(l2 + rowStride, last);
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        int r = rightOffset;
        for (int p = 0, l = 0; p < inner; p++, l += leftStride, r += rightStride) {
            FloatVector r0 = FloatVector.fromArray(SPECIES, right, r);
            FloatVector r1 = FloatVector.fromArray(SPECIES, right, r + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, left[l0 + l]);
            s00 = a0.fma(r0, s00);
            s01 = a0.fma(r1, s01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, left[l1 + l]);
            s10 = a1.fma(r0, s10);
            s11 = a1.fma(r1, s11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, left[l2 + l]);
            s20 = a2.fma(r0, s20);
            s21 = a2.fma(r1, s21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, left[l3 + l]);
            s30 = a3.fma(r0, s30);
            s31 = a3.fma(r1, s31);
        }
        s00.intoArray(tile, 0);
        s01.intoArray(tile, LANES);
        s10.intoArray(tile, COLUMNS);
        s11.intoArray(tile, COLUMNS + LANES);
        s20.intoArray(tile, 2 * COLUMNS);
        s21.intoArray(tile, 2 * COLUMNS + LANES);
        s30.intoArray(tile, 3 * COLUMNS);
        s31.intoArray(tile, 3 * COLUMNS + LANES);
    }

    private static void eightByOne(
            float[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            float[] right,
            int rightOffset,
            int rightStride,
            int inner,
            float[] tile) {
        int last = leftOffset + (rows - 1) * rowStride;
        int l0 = leftOffset;
        int l1 = Math.min(l0 + rowStride, last);
        int l2 = Math.min(l1 + rowStride, last);
        int l3 = Math.min(l2 + rowStride, last);
        int l4 = Math.min(l3 + rowStride, last);
        int l5 = Math.min(l4 + rowStride, last);
        int l6 = Math.min(l5 + rowStride, last);
        int l7 = Math.min(l6 + rowStride, last);
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s50 = FloatVector.zero(SPECIES);
        FloatVector s60 = FloatVector.zero(SPECIES);
        FloatVector s70 = FloatVector.zero(SPECIES);
        int r = rightOffset;
        for (int p = 0, l = 0; p < inner; p++, l += leftStride, r += rightStride) {
            FloatVector r0 = FloatVector.fromArray(SPECIES, right, r);
            FloatVector a0 = FloatVector.broadcast(SPECIES, left[l0 + l]);
            s00 = a0.fma(r0, s00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, left[l1 + l]);
            s10 = a1.fma(r0, s10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, left[l2 + l]);
            s20 = a2.fma(r0, s20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, left[l3 + l]);
            s30 = a3.fma(r0, s30);
            FloatVector a4 = FloatVector.broadcast(SPECIES, left[l4 + l]);
            s40 = a4.fma(r0, s40);
            FloatVector a5 = FloatVector.broadcast(SPECIES, left[l5 + l]);
            s50 = a5.fma(r0, s50);
            FloatVector a6 = FloatVector.broadcast(SPECIES, left[l6 + l]);
            s60 = a6.fma(r0, s60);
            FloatVector a7 = FloatVector.broadcast(SPECIES, left[l7 + l]);
            s70 = a7.fma(r0, s70);
        }
        s00.intoArray(tile, 0);
        s10.intoArray(tile, COLUMNS);
        s20.intoArray(tile, 2 * COLUMNS);
        s30.intoArray(tile, 3 * COLUMNS);
        s40.intoArray(tile, 4 * COLUMNS);
        s50.intoArray(tile, 5 * COLUMNS);
        s60.intoArray(tile, 6 * COLUMNS);
        s70.intoArray(tile, 7 * COLUMNS);
    }

    private static void fourByOne(
            float[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            float[] right,
            int rightOffset,
            int rightStride,
            int inner,
            float[] tile) {
        int last = leftOffset + (rows - 1) * rowStride;
        int l0 = leftOffset;
        int l1 = Math.min(l0 + rowStride, last);
        int l2 = Math.min(l1 + rowStride, last);
        int l3 = Math.min(l2 + rowStride, last);
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        int r = rightOffset;
        for (int p = 0, l = 0; p < inner; p++, l += leftStride, r += rightStride) {
            FloatVector r0 = FloatVector.fromArray(SPECIES, right, r);
            FloatVector a0 = FloatVector.broadcast(SPECIES, left[l0 + l]);
            s00 = a0.fma(r0, s00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, left[l1 + l]);
            s10 = a1.fma(r0, s10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, left[l2 + l]);
            s20 = a2.fma(r0, s20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, left[l3 + l]);
            s30 = a3.fma(r0, s30);
        }
        s00.intoArray(tile, 0);
        s10.intoArray(tile, COLUMNS);
        s20.intoArray(tile, 2 * COLUMNS);
        s30.intoArray(tile, 3 * COLUMNS);
    }

    @Override
    public void merge(float[] from, int at, double[] c, int to, int count, double alpha, double beta) {
        int whole = count / HALF * HALF;
        if (beta == 0) {
            for (int i = 0; i < whole; i += HALF) {
                widened(from, at + i).mul(alpha).intoArray(c, to + i);
            }
        } else {
            for (int i = 0; i < whole; i += HALF) {
                DoubleVector before = DoubleVector.fromArray(DOUBLES, c, to + i).mul(beta);
                widened(from, at + i)
                        .fma(DoubleVector.broadcast(DOUBLES, alpha), before)
                        .intoArray(c, to + i);
            }
        }
        ScalarFloatKernel.mergePlainly(from, at + whole, c, to + whole, count - whole, alpha, beta);
    }

    private static DoubleVector widened(float[] from, int at) {
        return (DoubleVector) FloatVector.fromArray(HALVES, from, at).castShape(DOUBLES, 0);
    }

    @Override
    public void narrow(double[] from, float[] to, int start, int end) {
        int i = start;
        for (; i + HALF <= end; i += HALF) {
            FloatVector nearest =
                    (FloatVector) DoubleVector.fromArray(DOUBLES, from, i).castShape(HALVES, 0);
            VectorMask<Float> tiny = nearest.abs().compare(VectorOperators.LT, Float.MIN_NORMAL);
            nearest.blend(0, tiny).intoArray(to, i);
        }
        ScalarFloatKernel.narrowPlainly(from, to, i, end);
    }
}
