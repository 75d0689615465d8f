package org.layerwise.core.internal;

/**
 * Hands each piece of a product of single-precision operands to the native implementation, whose result is widened into
 * the destination; tiny pieces, and skinny ones where there are vectors, are computed in Java. A high piece is computed
 * as its transpose, as {@link NativePieces} does.
 */
final class NativeFloatPieces implements FloatPieces {
    private static final long SMALL = 1 << 17;
    private static final long TINY = 1 << 13;

    private final NativeFloatProduct implementation;
    private final FloatPieces inJava;
    private final FloatKernel kernel;
    private final boolean vectors;
    private final ThreadLocal<Result> results = ThreadLocal.withInitial(Result::new);

    NativeFloatPieces(NativeFloatProduct implementation, FloatKernel kernel, boolean vectors) {
        this.implementation = implementation;
        this.inJava = new TiledFloatProduct(kernel);
        this.kernel = kernel;
        this.vectors = vectors;
    }

    @Override
    public void multiply(FloatProduct p, int top, int bottom, int left, int right) {
        if (vectors ? p.size() <= SMALL || p.isSkinny() : p.size() <= TINY) {
            inJava.multiply(p, top, bottom, left, right);
            return;
        }
        int height = bottom - top;
        int width = right - left;
        int a = top * p.leftRowStride() + p.innerStart * p.leftStride();
        int aStride = p.form == Form.LEFT_TRANSPOSED ? p.m : p.k;
        int b = left * p.rightColumnStride() + p.innerStart * p.rightStride();
        int bStride = p.form == Form.RIGHT_TRANSPOSED ? p.k : p.n;
        Result result = results.get();
        float[] values = result.values(height * width);
        if (height > width) {
            implementation.multiplyTransposed(p.form, height, width, p.inner, p.a, a, aStride, p.b, b, bStride, values);
            result.mergeTurned(p, top, bottom, left, right);
        } else {
            implementation.multiply(p.form, height, width, p.inner, p.a, a, aStride, p.b, b, bStride, values);
            for (int i = top; i < bottom; i++) {
                kernel.merge(values, (i - top) * width, p.c, i * p.n + left, width, p.alpha, p.beta);
            }
        }
    }

    /** A piece in single precision; one for each thread, kept so that a call allocates nothing once warm. */
    private static final class Result {
        private static final int TILE = 16;

        private float[] values = {};

        float[] values(int length) {
            if (values.length < length) {
                values = new float[length];
            }
            return values;
        }

        void mergeTurned(FloatProduct p, int top, int bottom, int left, int right) {
            for (int i = top; i < bottom; i += TILE) {
                for (int j = left; j < right; j += TILE) {
                    mergeTile(p, top, bottom - top, left, i, Math.min(i + TILE, bottom), j, Math.min(j + TILE, right));
                }
            }
        }

        private void mergeTile(FloatProduct p, int top, int height, int left, int i0, int i1, int j0, int j1) {
            double[] c = p.c;
            for (int i = i0; i < i1; i++) {
                int to = i * p.n;
                int from = i - top - left * height;
                for (int j = j0; j < j1; j++) {
                    double sum = values[from + j * height];
                    c[to + j] = p.beta == 0 ? p.alpha * sum : Math.fma(p.alpha, sum, p.beta * c[to + j]);
                }
            }
        }
    }
}
