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
    /** Pieces begin at multiples of a cache line. */
    private static final int LINE = 8;

    final Product product = new Product();

    private final PieceMethod method;
    private final WorkerPool pool;
    private final Product[] sections = new Product[Cuts.MOST_PIECES];
    private final double[][] sums = new double[Cuts.MOST_PIECES][];
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
        boolean skinny = Cuts.isSkinny(product.m, product.n, product.k);
        byRows = !skinny || product.m > product.n;
        int length = byRows ? product.m : product.n;
        int wanted = Cuts.pieces(product.m, product.n, product.k);
        if (wanted <= 1 || length < 2 * LINE) {
            method.multiply(product, 0, product.m, 0, product.n);
            return;
        }
        step = (Cuts.ceilingOf(length, wanted) + LINE - 1) / LINE * LINE;
        pool.run(this, Cuts.ceilingOf(length, step));
    }

    /** How many inner indices are summed together: whole blocks, or all of them. */
    static int sectionLength(int m, int n, int k) {
        return Cuts.sectionLength(m, n, k, Tiling.BLOCK);
    }

    private void runSections(int length) {
        int count = Cuts.ceilingOf(product.k, length);
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
        product.spreadShifts(0, product.m, 0, product.n);
        Cuts.merge(sums, count, product.alpha, product.beta, product.c, entries);
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
}
