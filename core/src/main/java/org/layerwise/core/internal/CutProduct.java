package org.layerwise.core.internal;

/**
 * Cuts a product into pieces and has them computed.
 *
 * <p>The cuts depend on the shape alone, so that the result does not depend on the number of threads. The longer side
 * of the destination is cut.
 */
final class CutProduct implements WorkerPool.Task {
    /** A piece has at least so many multiplications. */
    private static final long PIECE_SIZE = 1 << 20;

    private static final int MOST_PIECES = 8;
    /** Pieces begin at multiples of a cache line. */
    private static final int LINE = 8;

    final Product product = new Product();

    private final PieceMethod method;
    private final WorkerPool pool;
    private boolean byRows;
    private int step;

    CutProduct(PieceMethod method, WorkerPool pool) {
        this.method = method;
        this.pool = pool;
    }

    /** Computes {@link #product}. */
    void run() {
        long size = product.size();
        byRows = product.m > product.n;
        int length = byRows ? product.m : product.n;
        int wanted = (int) Math.min(MOST_PIECES, size / PIECE_SIZE);
        if (wanted <= 1 || length < 2 * LINE) {
            method.multiply(product, 0, product.m, 0, product.n);
            return;
        }
        step = (ceilingOf(length, wanted) + LINE - 1) / LINE * LINE;
        pool.run(this, ceilingOf(length, step));
    }

    @Override
    public void run(int piece) {
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
