package org.layerwise.core.internal;

/**
 * Walks over the tiles of one rectangle of a product of single-precision operands; the buffers belong to one thread.
 *
 * <p>The left operand is read in place, number by number. The right operand is read in vectors: in place where its rows
 * are contiguous and few tiles share them, else from a packed copy.
 */
final class FloatTiling {
    /** Length of a block of the inner index. */
    static final int BLOCK = 256;

    /** About how many columns are packed at a time, for the second-level cache. */
    private static final int PACKED_COLUMNS = 528;
    /** How many rows of the left operand pass while a packed panel stays in the first-level cache. */
    private static final int ROWS_IN_CACHE = 128;
    /** With up to so many rows a contiguous right operand is read in place. */
    private static final int ROWS_IN_PLACE = 24;

    private static final float[] NO_FLOATS = {};
    private static final double[] NO_DOUBLES = {};

    private final FloatKernel kernel;
    private final int panel;
    private final int packedColumns;
    private final float[] packed;
    private final float[] tile;

    private float[] leftValues = NO_FLOATS;
    private int leftRowStride;
    private int leftStride;
    private float[] rightValues = NO_FLOATS;
    private int rightColumnStride;
    private int rightStride;
    private double[] destination = NO_DOUBLES;
    private int rowStep;
    private int columnStep;
    private int innerStart;
    private int inner;
    private double alpha;
    private double beta;

    FloatTiling(FloatKernel kernel) {
        this.kernel = kernel;
        this.panel = kernel.columns();
        this.packedColumns = Math.max(1, PACKED_COLUMNS / panel) * panel;
        this.packed = new float[BLOCK * packedColumns];
        this.tile = new float[kernel.rows() * panel];
    }

    /** Rows are rows of op(a), columns are columns of op(b). */
    void set(FloatProduct p) {
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
    void setTransposed(FloatProduct p) {
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

    private void setDestination(FloatProduct p) {
        destination = p.c;
        innerStart = p.innerStart;
        inner = p.inner;
        alpha = p.alpha;
        beta = p.beta;
    }

    /** Lets go of the arrays. */
    void clear() {
        leftValues = NO_FLOATS;
        rightValues = NO_FLOATS;
        destination = NO_DOUBLES;
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
        for (int j = left; j < right; j += panel) {
            int width = Math.min(panel, right - j);
            if (!inPlace || width % kernel.granule() != 0) {
                pack(j, width, start, length, (j - left) * length);
            }
        }
        for (int i = top; i < bottom; i += ROWS_IN_CACHE) {
            int end = Math.min(i + ROWS_IN_CACHE, bottom);
            for (int j = left; j < right; j += panel) {
                int width = Math.min(panel, right - j);
                if (!inPlace || width % kernel.granule() != 0) {
                    rows(i, end, j, width, start, length, packed, (j - left) * length, panel);
                } else {
                    int from = (innerStart + start) * rightStride + j;
                    rows(i, end, j, width, start, length, rightValues, from, rightStride);
                }
            }
        }
    }

    private void rows(
            int top, int bottom, int j, int width, int start, int length, float[] from, int offset, int stride) {
        int height = kernel.rows();
        double factor = start == 0 ? beta : 1;
        for (int i = top; i < bottom; i += height) {
            int rows = Math.min(height, bottom - i);
            int leftOffset = i * leftRowStride + (innerStart + start) * leftStride;
            kernel.multiply(
                    leftValues, leftOffset, leftRowStride, leftStride, rows, from, offset, stride, width, length, tile);
            if (columnStep == 1) {
                for (int r = 0; r < rows; r++) {
                    kernel.merge(tile, r * panel, destination, (i + r) * rowStep + j, width, alpha, factor);
                }
            } else {
                storeTransposed(i, rows, j, width, factor);
            }
        }
    }

    private void storeTransposed(int i, int rows, int j, int width, double factor) {
        for (int q = 0; q < width; q++) {
            int to = (j + q) * columnStep + i;
            for (int r = 0; r < rows; r++) {
                double sum = tile[r * panel + q];
                destination[to + r] = factor == 0 ? alpha * sum : Math.fma(alpha, sum, factor * destination[to + r]);
            }
        }
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
