package org.layerwise.core.internal;

import java.util.Arrays;

/**
 * Cuts a product of single-precision operands into pieces and has them computed, as {@link CutProduct} does for doubles:
 * the cuts depend on the shape alone, so that the result does not depend on the number of threads. Where the destination
 * is small and the inner index long, sections of the inner index are summed apart, and their sums added in double
 * precision, in order.
 */
final class FloatCut implements WorkerPool.Task {
    /** With a side up to this a product is skinny. */
    static final int SKINNY = 32;

    private static final int MOST_PIECES = 8;
    /** Pieces begin at multiples of a cache line of floats. */
    private static final int LINE = 16;
    /** A piece of a skinny product, or a section, has at least so many multiplications. */
    private static final long PIECE_SIZE = 1 << 20;
    /** From so many multiplications on, a product that is not skinny is cut in 2, in 4, in 8. */
    private static final long TWO_PIECES = 1 << 21;

    private static final long FOUR_PIECES = 1 << 27;
    private static final long EIGHT_PIECES = 1L << 33;
    /** The most entries of a destination whose inner index is cut. */
    private static final int SMALL_DESTINATION = 1 << 14;

    final FloatProduct product = new FloatProduct();

    private final FloatPieces method;
    private final WorkerPool pool;
    private final FloatProduct[] sections = new FloatProduct[MOST_PIECES];
    private final double[][] sums = new double[MOST_PIECES][];
    private boolean inSections;
    private boolean byRows;
    private int step;

    FloatCut(FloatPieces method, WorkerPool pool) {
        this.method = method;
        this.pool = pool;
        Arrays.setAll(sections, i -> new FloatProduct());
        Arrays.fill(sums, new double[0]);
    }

    /** Computes {@link #product}. */
    void run() {
        int section = sectionLength(product.m, product.n, product.k);
        if (section < product.k) {
            runSections(section);
            return;
        }
        boolean skinny = product.isSkinny();
        byRows = !skinny || product.m > product.n;
        int length = byRows ? product.m : product.n;
        int wanted = skinny ? skinnyPieces() : pieces();
        if (wanted <= 1 || length < 2 * LINE) {
            method.multiply(product, 0, product.m, 0, product.n);
            return;
        }
        step = ceilingOf(ceilingOf(length, wanted), LINE) * LINE;
        pool.run(this, ceilingOf(length, step));
    }

    private int skinnyPieces() {
        return (int) Math.min(MOST_PIECES, product.size() / PIECE_SIZE);
    }

    private int pieces() {
        long size = product.size();
        if (size < TWO_PIECES) {
            return 1;
        }
        return size < FOUR_PIECES ? 2 : size < EIGHT_PIECES ? 4 : MOST_PIECES;
    }

    /** How many inner indices are summed together: whole blocks, or all of them. */
    static int sectionLength(int m, int n, int k) {
        long wanted = Math.min(MOST_PIECES, (long) m * n * k / PIECE_SIZE);
        boolean small = (long) m * n <= SMALL_DESTINATION && k / 8 >= Math.max(m, n);
        if (!small || wanted <= 1) {
            return k;
        }
        return Math.min(k, ceilingOf(ceilingOf(k, FloatTiling.BLOCK), (int) wanted) * FloatTiling.BLOCK);
    }

    private void runSections(int length) {
        int count = ceilingOf(product.k, length);
        int entries = product.m * product.n;
        for (int i = 0; i < count; i++) {
            if (sums[i].length < entries) {
                sums[i] = new double[entries];
            }
            int start = i * length;
            sections[i].setSection(product, start, Math.min(length, product.k - start), sums[i]);
        }
        inSections = true;
        try {
            pool.run(this, count);
        } finally {
            inSections = false;
            for (int i = 0; i < count; i++) {
                sections[i].clear();
            }
        }
        for (int i = 1; i < count; i++) {
            add(sums[i], sums[0], entries);
        }
        merge(sums[0], entries);
    }

    private static void add(double[] terms, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += terms[i];
        }
    }

    private void merge(double[] sums, int count) {
        double alpha = product.alpha;
        double beta = product.beta;
        double[] c = product.c;
        for (int i = 0; i < count; i++) {
            c[i] = beta == 0 ? alpha * sums[i] : Math.fma(alpha, sums[i], beta * c[i]);
        }
    }

    @Override
    public void run(int piece) {
        if (inSections) {
            method.multiply(sections[piece], 0, product.m, 0, product.n);
            return;
        }
        int from = piece * step;
        if (byRows) {
            method.multiply(product, from, Math.min(from + step, product.m), 0, product.n);
        } else {
            method.multiply(product, 0, product.m, from, Math.min(from + step, product.n));
        }
    }

    private static int ceilingOf(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
