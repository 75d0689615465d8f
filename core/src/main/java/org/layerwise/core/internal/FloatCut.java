package org.layerwise.core.internal;

import java.util.Arrays;

/**
 * Cuts a product of single-precision operands into pieces and has them computed, as {@link CutProduct} does for doubles:
 * the cuts depend on the shape alone, so that the result does not depend on the number of threads. Where the destination
 * is small and the inner index long, sections of the inner index are summed apart, and their sums added in double
 * precision, in order.
 */
final class FloatCut implements WorkerPool.Task {
    /** Pieces begin at multiples of a cache line of floats. */
    private static final int LINE = 16;

    final FloatProduct product = new FloatProduct();

    private final FloatPieces method;
    private final WorkerPool pool;
    private final FloatProduct[] sections = new FloatProduct[Cuts.MOST_PIECES];
    private final double[][] sums = new double[Cuts.MOST_PIECES][];
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
        int wanted = Cuts.pieces(product.m, product.n, product.k);
        if (wanted <= 1 || length < 2 * LINE) {
            method.multiply(product, 0, product.m, 0, product.n);
            return;
        }
        step = Cuts.ceilingOf(Cuts.ceilingOf(length, wanted), LINE) * LINE;
        pool.run(this, Cuts.ceilingOf(length, step));
    }

    /** How many inner indices are summed together: whole blocks, or all of them. */
    static int sectionLength(int m, int n, int k) {
        return Cuts.sectionLength(m, n, k, FloatTiling.BLOCK);
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
