package org.layerwise.core.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Full tiles of eight rows of three vectors whose left operand is packed, the numbers of one column after the other: one
 * index then finds them all, where rows apart need more of them than the processor has registers for.
 *
 * <p>Only to be loaded where the module {@code jdk.incubator.vector} is there.
 */
final class VectorPackedTiles {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int COLUMNS = 3 * LANES;

    private VectorPackedTiles() {}

    /** Eight rows of a left operand packed by eight. */
    static void eightByThree(
            double[] left, int leftOffset, double[] right, int rightOffset, int rightStride, int inner, double[] tile) {
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
        for (int p = 0, l = leftOffset; p < inner; p++, l += 8, r += rightStride) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, right, r);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, right, r + LANES);
            DoubleVector r2 = DoubleVector.fromArray(SPECIES, right, r + 2 * LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, left[l]);
            s00 = a0.fma(r0, s00);
            s01 = a0.fma(r1, s01);
            s02 = a0.fma(r2, s02);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, left[l + 1]);
            s10 = a1.fma(r0, s10);
            s11 = a1.fma(r1, s11);
            s12 = a1.fma(r2, s12);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, left[l + 2]);
            s20 = a2.fma(r0, s20);
            s21 = a2.fma(r1, s21);
            s22 = a2.fma(r2, s22);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, left[l + 3]);
            s30 = a3.fma(r0, s30);
            s31 = a3.fma(r1, s31);
            s32 = a3.fma(r2, s32);
            DoubleVector a4 = DoubleVector.broadcast(SPECIES, left[l + 4]);
            s40 = a4.fma(r0, s40);
            s41 = a4.fma(r1, s41);
            s42 = a4.fma(r2, s42);
            DoubleVector a5 = DoubleVector.broadcast(SPECIES, left[l + 5]);
            s50 = a5.fma(r0, s50);
            s51 = a5.fma(r1, s51);
            s52 = a5.fma(r2, s52);
            DoubleVector a6 = DoubleVector.broadcast(SPECIES, left[l + 6]);
            s60 = a6.fma(r0, s60);
            s61 = a6.fma(r1, s61);
            s62 = a6.fma(r2, s62);
            DoubleVector a7 = DoubleVector.broadcast(SPECIES, left[l + 7]);
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
}
