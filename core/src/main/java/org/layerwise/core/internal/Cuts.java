package org.layerwise.core.internal;

/** Into how many pieces a product is cut: by its shape alone, whatever the precision of its operands. */
final class Cuts {
    static final int MOST_PIECES = 8;
    /** With a side up to this a product is skinny. */
    private static final int SKINNY = 32;
    /** A piece of a skinny product, or a section, has at least so many multiplications. */
    private static final long PIECE_SIZE = 1 << 20;
    /** From so many multiplications on, a product that is not skinny is cut in 2, in 4, in 8. */
    private static final long TWO_PIECES = 1 << 21;

    private static final long FOUR_PIECES = 1 << 27;
    private static final long EIGHT_PIECES = 1L << 33;
    /** The most entries of a destination whose inner index is cut. */
    private static final int SMALL_DESTINATION = 1 << 14;

    private Cuts() {}

    /** Whether one of the sides is short: such products run quicker in Java's vectors, and packing costs little. */
    static boolean isSkinny(int m, int n, int k) {
        return Math.min(Math.min(m, n), k) <= SKINNY;
    }

    /** How many pieces, at least 0; one or none is not worth cutting. */
    static int pieces(int m, int n, int k) {
        long size = (long) m * n * k;
        if (isSkinny(m, n, k)) {
            return (int) Math.min(MOST_PIECES, size / PIECE_SIZE);
        }
        if (size < TWO_PIECES) {
            return 1;
        }
        return size < FOUR_PIECES ? 2 : size < EIGHT_PIECES ? 4 : MOST_PIECES;
    }

    /** How many inner indices are summed together: whole blocks of this length, or all of them. */
    static int sectionLength(int m, int n, int k, int block) {
        long wanted = Math.min(MOST_PIECES, (long) m * n * k / PIECE_SIZE);
        boolean small = (long) m * n <= SMALL_DESTINATION && k / 8 >= Math.max(m, n);
        if (!small || wanted <= 1) {
            return k;
        }
        return Math.min(k, ceilingOf(ceilingOf(k, block), (int) wanted) * block);
    }

    /** {@code c = alpha Σ sums + beta c}, the sums of the sections added in order; the first is changed. */
    static void merge(double[][] sums, int sections, double alpha, double beta, double[] c, int count) {
        for (int i = 1; i < sections; i++) {
            add(sums[i], sums[0], count);
        }
        double[] total = sums[0];
        for (int i = 0; i < count; i++) {
            c[i] = beta == 0 ? alpha * total[i] : Math.fma(alpha, total[i], beta * c[i]);
        }
    }

    private static void add(double[] terms, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += terms[i];
        }
    }

    static int ceilingOf(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
