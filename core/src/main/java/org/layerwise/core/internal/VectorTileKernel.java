package org.layerwise.core.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A kernel whose tile stays in vector registers: 8 rows of three vectors where there are 32 registers, else 4 rows.
 *
 * <p>Only to be loaded where the module {@code jdk.incubator.vector} is there. Missing rows are computed as copies of
 * the last one.
 */
final class VectorTileKernel implements TileKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int COLUMNS = 3 * LANES;
    private static final int ROWS = LANES == 4 ? 4 : 8;

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
            double[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            double[] right,
            int rightOffset,
            int rightStride,
            int columns,
            int inner,
            double[] tile) {
        if (columns <= 2 * LANES && rows > 4) {
            for (int c = 0; c < columns; c += LANES) {
                eightByOne(
                        left,
                        leftOffset,
                        rowStride,
                        leftStride,
                        rows,
                        right,
                        rightOffset + c,
                        rightStride,
                        inner,
                        c,
                        tile);
            }
        } else if (columns <= 2 * LANES) {
            for (int c = 0; c < columns; c += LANES) {
                fourByOne(
                        left,
                        leftOffset,
                        rowStride,
                        leftStride,
                        rows,
                        right,
                        rightOffset + c,
                        rightStride,
                        inner,
                        c,
                        tile);
            }
        } else if (rows > 4) {
            eightByThree(left, leftOffset, rowStride, leftStride, rows, right, rightOffset, rightStride, inner, tile);
        } else {
            fourByThree(left, leftOffset, rowStride, leftStride, rows, right, rightOffset, rightStride, inner, tile);
        }
    }

    @Override
    public boolean packsLeft() {
        return ROWS == 8;
    }

    @Override
    public void multiplyPacked(
            double[] left,
            int leftOffset,
            int rows,
            double[] right,
            int rightOffset,
            int rightStride,
            int inner,
            double[] tile) {
        if (rows > 4) {
            VectorPackedTiles.eightByThree(left, leftOffset, right, rightOffset, rightStride, inner, tile);
        } else {
            TileKernel.super.multiplyPacked(left, leftOffset, rows, right, rightOffset, rightStride, inner, tile);
        }
    }

    private static void eightByThree(
            double[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            double[] right,
            int rightOffset,
            int rightStride,
            int inner,
            double[] tile) {
        int last = leftOffset + (rows - 1) * rowStride;
        int l0 = leftOffset;
        int l1 = Math.min(l0 + rowStride, last);
        int l2 = Math.min(l1 + rowStride, last);
        int l3 = Math.min(l2 + rowStride, last);
        int l4 = Math.min(l3 + rowStride, last);
        int l5 = Math.min(l4 + rowStride, last);
        int l6 = Math.min(l5 + rowStride, last);
        int l7 = Math.min(l6 + rowStride, last);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s12 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s22 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        DoubleVector s32 = DoubleVector.zero(SPECIES);
        DoubleVector s40 = DoubleVector.zero(SPECIES);
        DoubleVector s41 = DoubleVector.zero(SPECIES);
        DoubleVector s42 = DoubleVector.zero(SPECIES);
        DoubleVector s50 = DoubleVector.zero(SPECIES);
        DoubleVector s51 = DoubleVector.zero(SPECIES);
        DoubleVector s52 = DoubleVector.zero(SPECIES);
        DoubleVector s60 = DoubleVector.zero(SPECIES);
        DoubleVector s61 = DoubleVector.zero(SPECIES);
        DoubleVector s62 = DoubleVector.zero(SPECIES);
        DoubleVector s70 = DoubleVector.zero(SPECIES);
        DoubleVector s71 = DoubleVector.zero(SPECIES);
        DoubleVector s72 = DoubleVector.zero(SPECIES);
        int r = rightOffset;
        for (int p = 0, l = 0; p < inner; p++, l += leftStride, r += rightStride) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, right, r);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, right, r + LANES);
            DoubleVector r2 = DoubleVector.fromArray(SPECIES, right, r + 2 * LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, left[l0 + l]);
            s00 = a0.fma(r0, s00);
            s01 = a0.fma(r1, s01);
            s02 = a0.fma(r2, s02);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, left[l1 + l]);
            s10 = a1.fma(r0, s10);
            s11 = a1.fma(r1, s11);
            s12 = a1.fma(r2, s12);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, left[l2 + l]);
            s20 = a2.fma(r0, s20);
            s21 = a2.fma(r1, s21);
            s22 = a2.fma(r2, s22);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, left[l3 + l]);
            s30 = a3.fma(r0, s30);
            s31 = a3.fma(r1, s31);
            s32 = a3.fma(r2, s32);
            DoubleVector a4 = DoubleVector.broadcast(SPECIES, left[l4 + l]);
            s40 = a4.fma(r0, s40);
            s41 = a4.fma(r1, s41);
            s42 = a4.fma(r2, s42);
            DoubleVector a5 = DoubleVector.broadcast(SPECIES, left[l5 + l]);
            s50 = a5.fma(r0, s50);
            s51 = a5.fma(r1, s51);
            s52 = a5.fma(r2, s52);
            DoubleVector a6 = DoubleVector.broadcast(SPECIES, left[l6 + l]);
            s60 = a6.fma(r0, s60);
            s61 = a6.fma(r1, s61);
            s62 = a6.fma(r2, s62);
            DoubleVector a7 = DoubleVector.broadcast(SPECIES, left[l7 + l]);
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
            double[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            double[] right,
            int rightOffset,
            int rightStride,
            int inner,
            double[] tile) {
        int last = leftOffset + (rows - 1) * rowStride;
        int l0 = leftOffset;
        int l1 = Math.min(l0 + rowStride, last);
        int l2 = Math.min(l1 + rowStride, last);
        int l3 = Math.min(l2 + rowStride, last);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s12 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s22 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        DoubleVector s32 = DoubleVector.zero(SPECIES);
        int r = rightOffset;
        for (int p = 0, l = 0; p < inner; p++, l += leftStride, r += rightStride) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, right, r);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, right, r + LANES);
            DoubleVector r2 = DoubleVector.fromArray(SPECIES, right, r + 2 * LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, left[l0 + l]);
            s00 = a0.fma(r0, s00);
            s01 = a0.fma(r1, s01);
            s02 = a0.fma(r2, s02);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, left[l1 + l]);
            s10 = a1.fma(r0, s10);
            s11 = a1.fma(r1, s11);
            s12 = a1.fma(r2, s12);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, left[l2 + l]);
            s20 = a2.fma(r0, s20);
            s21 = a2.fma(r1, s21);
            s22 = a2.fma(r2, s22);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, left[l3 + l]);
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

    private static void eightByOne(
            double[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            double[] right,
            int rightOffset,
            int rightStride,
            int inner,
            int column,
            double[] tile) {
        int last = leftOffset + (rows - 1) * rowStride;
        int l0 = leftOffset;
        int l1 = Math.min(l0 + rowStride, last);
        int l2 = Math.min(l1 + rowStride, last);
        int l3 = Math.min(l2 + rowStride, last);
        int l4 = Math.min(l3 + rowStride, last);
        int l5 = Math.min(l4 + rowStride, last);
        int l6 = Math.min(l5 + rowStride, last);
        int l7 = Math.min(l6 + rowStride, last);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s40 = DoubleVector.zero(SPECIES);
        DoubleVector s50 = DoubleVector.zero(SPECIES);
        DoubleVector s60 = DoubleVector.zero(SPECIES);
        DoubleVector s70 = DoubleVector.zero(SPECIES);
        int r = rightOffset;
        for (int p = 0, l = 0; p < inner; p++, l += leftStride, r += rightStride) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, right, r);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, left[l0 + l]);
            s00 = a0.fma(r0, s00);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, left[l1 + l]);
            s10 = a1.fma(r0, s10);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, left[l2 + l]);
            s20 = a2.fma(r0, s20);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, left[l3 + l]);
            s30 = a3.fma(r0, s30);
            DoubleVector a4 = DoubleVector.broadcast(SPECIES, left[l4 + l]);
            s40 = a4.fma(r0, s40);
            DoubleVector a5 = DoubleVector.broadcast(SPECIES, left[l5 + l]);
            s50 = a5.fma(r0, s50);
            DoubleVector a6 = DoubleVector.broadcast(SPECIES, left[l6 + l]);
            s60 = a6.fma(r0, s60);
            DoubleVector a7 = DoubleVector.broadcast(SPECIES, left[l7 + l]);
            s70 = a7.fma(r0, s70);
        }
        s00.intoArray(tile, column);
        s10.intoArray(tile, COLUMNS + column);
        s20.intoArray(tile, 2 * COLUMNS + column);
        s30.intoArray(tile, 3 * COLUMNS + column);
        s40.intoArray(tile, 4 * COLUMNS + column);
        s50.intoArray(tile, 5 * COLUMNS + column);
        s60.intoArray(tile, 6 * COLUMNS + column);
        s70.intoArray(tile, 7 * COLUMNS + column);
    }

    private static void fourByOne(
            double[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            double[] right,
            int rightOffset,
            int rightStride,
            int inner,
            int column,
            double[] tile) {
        int last = leftOffset + (rows - 1) * rowStride;
        int l0 = leftOffset;
        int l1 = Math.min(l0 + rowStride, last);
        int l2 = Math.min(l1 + rowStride, last);
        int l3 = Math.min(l2 + rowStride, last);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        int r = rightOffset;
        for (int p = 0, l = 0; p < inner; p++, l += leftStride, r += rightStride) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, right, r);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, left[l0 + l]);
            s00 = a0.fma(r0, s00);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, left[l1 + l]);
            s10 = a1.fma(r0, s10);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, left[l2 + l]);
            s20 = a2.fma(r0, s20);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, left[l3 + l]);
            s30 = a3.fma(r0, s30);
        }
        s00.intoArray(tile, column);
        s10.intoArray(tile, COLUMNS + column);
        s20.intoArray(tile, 2 * COLUMNS + column);
        s30.intoArray(tile, 3 * COLUMNS + column);
    }
}
