package org.layerwise.core.internal;

/**
 * Products {@code a bᵀ} with few entries or a long inner index, such as the weights' gradient of a small layer: sums of
 * products of contiguous rows, sixteen at a time, on the operands as they are.
 *
 * <p>Every entry is the same sequence of operations whatever the kernel and the cuts. Eight parts, part l over the
 * indices p with {@code p mod 8 = l} in ascending order, each step {@code s = fma(a, b, s)} from 0; then
 * {@code s = ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7))}; then {@code c = alpha s}, or {@code c = fma(alpha, s,
 * beta c)} where beta is not 0.
 */
final class Dots {
    /** With up to so many entries this pays for any inner index. */
    private static final int FEW = 64;
    /** With up to so many it pays from an inner index of {@link #LONG} on. */
    private static final int MANY = 1 << 12;

    private static final int LONG = 64;
    private static final int SIDE = DotKernel.SIDE;
    private static final int LANES = DotKernel.LANES;

    private final DotKernel kernel;
    private final double[] parts = new double[SIDE * SIDE * LANES];

    Dots(DotKernel kernel) {
        this.kernel = kernel;
    }

    static boolean take(Product p) {
        return take(p.form, p.m, p.n, p.k);
    }

    static boolean take(Form form, int m, int n, int k) {
        long entries = (long) m * n;
        return form == Form.RIGHT_TRANSPOSED && (entries <= FEW || (k >= LONG && entries <= MANY));
    }

    void multiply(Product p, int top, int bottom, int left, int right) {
        for (int i = top; i < bottom; i += SIDE) {
            int rows = Math.min(SIDE, bottom - i);
            if (rows <= 2 && right - left > 2) {
                for (int r = 0; r < rows; r++) {
                    oneRow(p, i + r, left, right);
                }
            } else {
                fourRows(p, i, rows, left, right);
            }
        }
    }

    private void oneRow(Product p, int i, int left, int right) {
        int x = i * p.k + p.innerStart;
        for (int j = left; j < right; j += DotKernel.WIDE) {
            int columns = Math.min(DotKernel.WIDE, right - j);
            int y = j * p.k + p.innerStart;
            kernel.multiplyOne(p.a, x, p.b, y, p.k, columns - 1, p.inner / LANES, parts);
            store(p, i, 1, j, columns, columns);
        }
    }

    private void fourRows(Product p, int i, int rows, int left, int right) {
        for (int j = left; j < right; j += SIDE) {
            int columns = Math.min(SIDE, right - j);
            if (columns <= 2) {
                narrowTile(p, i, rows, j, columns);
            } else {
                tile(p, i, rows, j, columns);
            }
        }
    }

    /** Missing rows are computed as copies of the last ones. */
    private void tile(Product p, int i, int rows, int j, int columns) {
        int x = i * p.k + p.innerStart;
        int y = j * p.k + p.innerStart;
        kernel.multiply(
                p.a,
                x,
                x + Math.min(1, rows - 1) * p.k,
                x + Math.min(2, rows - 1) * p.k,
                x + (rows - 1) * p.k,
                p.b,
                y,
                y + Math.min(1, columns - 1) * p.k,
                y + Math.min(2, columns - 1) * p.k,
                y + (columns - 1) * p.k,
                p.inner / LANES,
                parts);
        store(p, i, rows, j, columns, SIDE);
    }

    private void narrowTile(Product p, int i, int rows, int j, int columns) {
        int x = i * p.k + p.innerStart;
        int y = j * p.k + p.innerStart;
        kernel.multiplyByTwo(
                p.a,
                x,
                x + Math.min(1, rows - 1) * p.k,
                x + Math.min(2, rows - 1) * p.k,
                x + (rows - 1) * p.k,
                p.b,
                y,
                y + (columns - 1) * p.k,
                p.inner / LANES,
                parts);
        store(p, i, rows, j, columns, 2);
    }

    /** Writes a tile from its parts, of which there are {@code width} for each row. */
    private void store(Product p, int i, int rows, int j, int columns, int width) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int from = (r * width + c) * LANES;
                addRest(p, (i + r) * p.k + p.innerStart, (j + c) * p.k + p.innerStart, from);
                store(p, (i + r) * p.n + j + c, total(parts, from));
            }
        }
    }

    private void addRest(Product p, int x, int y, int to) {
        int whole = p.inner / LANES * LANES;
        for (int l = 0; whole + l < p.inner; l++) {
            parts[to + l] = Math.fma(p.a[x + whole + l], p.b[y + whole + l], parts[to + l]);
        }
    }

    /** The sum of eight parts. */
    static double total(double[] parts, int from) {
        double even = (parts[from] + parts[from + 4]) + (parts[from + 2] + parts[from + 6]);
        double odd = (parts[from + 1] + parts[from + 5]) + (parts[from + 3] + parts[from + 7]);
        return even + odd;
    }

    private static void store(Product p, int to, double sum) {
        p.c[to] = p.beta == 0 ? p.alpha * sum : Math.fma(p.alpha, sum, p.beta * p.c[to]);
    }
}
