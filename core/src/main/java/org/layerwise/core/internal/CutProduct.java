package org.layerwise.core.internal;

import java.util.Arrays;

/**
 * Cuts a product into pieces and has them computed.
 *
 * <p>The cuts depend on the shape alone, so that the result does not depend on the number of threads. Three kinds:
 *
 * <ul>
 *   <li>Where the destination is small and the inner index long, the inner index is cut: each section of it is summed
 *       apart, reading its operands in one sweep, and the sums are added in order.
 *   <li>A product with a short side is cut into up to eight pieces along the longer side of its destination.
 *   <li>Any other is cut into rows, and few pieces of them: each piece packs the right operand anew, and wide pieces
 *       were measured to run quicker than high ones.
 * </ul>
 */
final class CutProduct implements WorkerPool.Task {
    private static final int MOST_PIECES = 8;
    /** Pieces begin at multiples of a cache line. */
    private static final int LINE = 8;
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

    final Product product = new Product();

    private final PieceMethod method;
    private final WorkerPool pool;
    private final Product[] sections = new Product[MOST_PIECES];
    private final double[][] sums = new double[MOST_PIECES][];
    private boolean inSections;
    private boolean byRows;
    private int step;

    CutProduct(PieceMethod method, WorkerPool pool) {
        this.method = method;
        this.pool = pool;
        Arrays.setAll(sections, i -> new Product());
        Arrays.fill(sums, new double[0]);
    }

    /** Computes {@link #product}. */
    void run() {
        int section = sectionLength(product.m, product.n, product.k);
        if (section < product.k) {
            runSections(section);
            return;
        }
        boolean skinny = isSkinny(product);
        byRows = !skinny || product.m > product.n;
        int length = byRows ? product.m : product.n;
        int wanted = skinny ? skinnyPieces() : pieces();
        if (wanted <= 1 || length < 2 * LINE) {
            method.multiply(product, 0, product.m, 0, product.n);
            return;
        }
        step = (ceilingOf(length, wanted) + LINE - 1) / LINE * LINE;
        pool.run(this, ceilingOf(length, step));
    }

    /** Whether one of the sides is short: such products run quicker in Java's vectors, and packing costs little. */
    static boolean isSkinny(Product p) {
        return Math.min(Math.min(p.m, p.n), p.k) <= SKINNY;
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
        return Math.min(k, ceilingOf(ceilingOf(k, Tiling.BLOCK), (int) wanted) * Tiling.BLOCK);
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
        product.spreadShifts(0, product.m, 0, product.n);
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
