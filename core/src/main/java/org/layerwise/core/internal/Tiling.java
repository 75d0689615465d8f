package org.layerwise.core.internal;

/**
 * Walks over the tiles of one rectangle of a product; the buffers belong to one thread.
 *
 * <p>The left operand is read number by number, in place or, where many tiles share it, from a packed copy. The right
 * operand is read in vectors: in place where its rows are contiguous and few tiles share them, else from a packed copy.
 */
final class Tiling {
    /** Length of a block of the inner index. */
    static final int BLOCK = 256;

    /** About how many columns are packed at a time, for the second-level cache. */
    private static final int PACKED_COLUMNS = 264;
    /** How many rows of the left operand pass while a packed panel stays in the first-level cache. */
    private static final int ROWS_IN_CACHE = 128;
    /** With up to so many rows a contiguous right operand is read in place. */
    private static final int ROWS_IN_PLACE = 24;

    /** From so many panels on, a left operand that they share is packed where the kernel gains by it. */
    private static final int SHARING_PANELS = 6;

    private static final double[] NONE = {};

    private final TileKernel kernel;
    private final int panel;
    private final int packedColumns;
    private final double[] packed;
    private final double[] tile;
    private final PackedRows packedRows;

    private double[] leftValues = NONE;
    private int leftRowStride;
    private int leftStride;
    private double[] rightValues = NONE;
    private int rightColumnStride;
    private int rightStride;
    private double[] destination = NONE;
    private int rowStep;
    private int columnStep;
    private int innerStart;
    private int inner;
    private double alpha;
    private double beta;

    private boolean packsLeft;
    /** The panel at hand, and how many columns of the one before it begins with. */
    private double[] panelValues = NONE;

    private int panelOffset;
    private int panelStride;
    private int overlap;

    Tiling(TileKernel kernel) {
        this.kernel = kernel;
        this.panel = kernel.columns();
        this.packedColumns = Math.max(1, PACKED_COLUMNS / panel) * panel;
        this.packed = new double[BLOCK * packedColumns];
        this.tile = new double[kernel.rows() * panel];
        this.packedRows = new PackedRows(kernel.rows());
    }

    /** Rows are rows of op(a), columns are columns of op(b). */
    void set(Product p) {
        leftValues = p.a;
        leftRowStride = p.leftRowStride();
        leftStride = p.leftStride();
        rightValues = p.b;
        rightColumnStride = p.rightColumnStride();
        rightStride = p.rightStride();
        rowStep = p.n;
        columnStep = 1;
        setDestination(p);
    }

    /** Rows are columns of op(b), columns are rows of op(a). */
    void setTransposed(Product p) {
        leftValues = p.b;
        leftRowStride = p.rightColumnStride();
        leftStride = p.rightStride();
        rightValues = p.a;
        rightColumnStride = p.leftRowStride();
        rightStride = p.leftStride();
        rowStep = 1;
        columnStep = p.n;
        setDestination(p);
    }

    private void setDestination(Product p) {
        destination = p.c;
        innerStart = p.innerStart;
        inner = p.inner;
        alpha = p.alpha;
        beta = p.beta;
    }

    /** Lets go of the arrays. */
    void clear() {
        leftValues = NONE;
        rightValues = NONE;
        panelValues = NONE;
        destination = NONE;
    }

    void run(int top, int bottom, int left, int right) {
        boolean inPlace = rightColumnStride == 1 && bottom - top <= ROWS_IN_PLACE;
        for (int j = left; j < right; j += packedColumns) {
            int end = Math.min(j + packedColumns, right);
            for (int p = 0; p < inner; p += BLOCK) {
                block(top, bottom, j, end, p, Math.min(BLOCK, inner - p), inPlace);
            }
        }
    }

    private void block(int top, int bottom, int left, int right, int start, int length, boolean inPlace) {
        packsLeft = kernel.packsLeft() && right - left >= SHARING_PANELS * panel;
        for (int j = left; j < right; j += panel) {
            int width = Math.min(panel, right - j);
            if (!inPlace || !isReadInPlace(j, width)) {
                pack(j, width, start, length, (j - left) * length);
            }
        }
        int from = (innerStart + start) * rightStride;
        for (int i = top; i < bottom; i += ROWS_IN_CACHE) {
            int end = Math.min(i + ROWS_IN_CACHE, bottom);
            int leftOffset = i * leftRowStride + (innerStart + start) * leftStride;
            if (packsLeft) {
                packedRows.pack(leftValues, leftOffset, leftRowStride, leftStride, end - i, length);
            }
            for (int j = left; j < right; j += panel) {
                int width = Math.min(panel, right - j);
                if (!inPlace || !isReadInPlace(j, width)) {
                    setRight(packed, (j - left) * length, panel, 0);
                } else {
                    int overlap = overlaps(j, width) ? panel - width : 0;
                    setRight(rightValues, from + j - overlap, rightStride, overlap);
                }
                rows(i, end, leftOffset, j, width, length, start == 0);
            }
        }
    }

    /** Whether nothing beyond its own rows is read where a panel of a contiguous right operand lies. */
    private boolean isReadInPlace(int j, int width) {
        return (width % kernel.granule() == 0 && !packsLeft) || j + width >= panel;
    }

    /** Whether a narrow panel is computed as a full one that begins with columns of the one before. */
    private boolean overlaps(int j, int width) {
        return width < panel && (packsLeft || width % kernel.granule() != 0) && j + width >= panel;
    }

    private void setRight(double[] values, int offset, int stride, int overlap) {
        this.panelValues = values;
        this.panelOffset = offset;
        this.panelStride = stride;
        this.overlap = overlap;
    }

    private void rows(int top, int bottom, int leftOffset, int j, int width, int length, boolean first) {
        int height = kernel.rows();
        for (int i = top; i < bottom; i += height) {
            int rows = Math.min(height, bottom - i);
            if (packsLeft) {
                kernel.multiplyPacked(
                        packedRows.values(),
                        packedRows.offsetOf(i - top),
                        rows,
                        panelValues,
                        panelOffset,
                        panelStride,
                        length,
                        tile);
            } else {
                kernel.multiply(
                        leftValues,
                        leftOffset + (i - top) * leftRowStride,
                        leftRowStride,
                        leftStride,
                        rows,
                        panelValues,
                        panelOffset,
                        panelStride,
                        width + overlap,
                        length,
                        tile);
            }
            if (columnStep == 1) {
                store(i, rows, j, width, first);
            } else {
                storeTransposed(i, rows, j, width, first);
            }
        }
    }

    private void store(int i, int rows, int j, int width, boolean first) {
        for (int r = 0; r < rows; r++) {
            int from = r * panel + overlap;
            int to = (i + r) * rowStep + j;
            if (!first) {
                for (int q = 0; q < width; q++) {
                    destination[to + q] = Math.fma(alpha, tile[from + q], destination[to + q]);
                }
            } else if (beta != 0) {
                for (int q = 0; q < width; q++) {
                    destination[to + q] = Math.fma(alpha, tile[from + q], beta * destination[to + q]);
                }
            } else if (alpha != 1) {
                for (int q = 0; q < width; q++) {
                    destination[to + q] = alpha * tile[from + q];
                }
            } else {
                System.arraycopy(tile, from, destination, to, width);
            }
        }
    }

    private void storeTransposed(int i, int rows, int j, int width, boolean first) {
        for (int q = 0; q < width; q++) {
            int from = overlap + q;
            int to = (j + q) * columnStep + i;
            if (first && beta == 0 && rows == 8) {
                storeEight(from, to);
                continue;
            }
            for (int r = 0; r < rows; r++) {
                double sum = tile[r * panel + from];
                if (!first) {
                    destination[to + r] = Math.fma(alpha, sum, destination[to + r]);
                } else {
                    destination[to + r] = beta == 0 ? alpha * sum : Math.fma(alpha, sum, beta * destination[to + r]);
                }
            }
        }
    }

    private void storeEight(int from, int to) {
        destination[to] = alpha * tile[from];
        destination[to + 1] = alpha * tile[from + panel];
        destination[to + 2] = alpha * tile[from + 2 * panel];
        destination[to + 3] = alpha * tile[from + 3 * panel];
        destination[to + 4] = alpha * tile[from + 4 * panel];
        destination[to + 5] = alpha * tile[from + 5 * panel];
        destination[to + 6] = alpha * tile[from + 6 * panel];
        destination[to + 7] = alpha * tile[from + 7 * panel];
    }

    private void pack(int j, int width, int start, int length, int to) {
        int from = (innerStart + start) * rightStride + j * rightColumnStride;
        if (rightColumnStride == 1) {
            for (int p = 0; p < length; p++) {
                System.arraycopy(rightValues, from + p * rightStride, packed, to + p * panel, width);
            }
            return;
        }
        for (int q = 0; q < width; q++) {
            int column = from + q * rightColumnStride;
            for (int p = 0; p < length; p++) {
                packed[to + p * panel + q] = rightValues[column + p * rightStride];
            }
        }
    }
}
