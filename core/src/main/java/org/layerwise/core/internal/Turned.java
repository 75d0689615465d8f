package org.layerwise.core.internal;

/** The transpose of a piece of a product; one for each thread, kept so that a call allocates nothing once warm. */
final class Turned {
    private static final int TILE = 16;

    private double[] values = {};

    /** Room for the transpose of a piece of this height and width: width rows of height numbers. */
    double[] values(int height, int width) {
        if (values.length < height * width) {
            values = new double[height * width];
        }
        return values;
    }

    /** {@code c = alpha op(a) op(b) + beta c} over the piece, its product being in {@link #values}. */
    void mergeInto(Product p, int top, int bottom, int left, int right) {
        for (int i = top; i < bottom; i += TILE) {
            for (int j = left; j < right; j += TILE) {
                mergeTile(p, top, bottom - top, left, i, Math.min(i + TILE, bottom), j, Math.min(j + TILE, right));
            }
        }
    }

    private void mergeTile(Product p, int top, int height, int left, int i0, int i1, int j0, int j1) {
        double[] c = p.c;
        for (int i = i0; i < i1; i++) {
            int to = i * p.n;
            int from = i - top - left * height;
            for (int j = j0; j < j1; j++) {
                double product = values[from + j * height];
                c[to + j] = p.beta == 0 ? p.alpha * product : Math.fma(p.alpha, product, p.beta * c[to + j]);
            }
        }
    }
}
