package org.layerwise.core.internal;

import java.util.Optional;

/**
 * A product in native code, found by {@link java.util.ServiceLoader}.
 *
 * <p>It is no {@link org.layerwise.core.Plugin}, because products are needed where no registry exists: by whoever
 * imports {@code core} alone, and by the plugins themselves. The instance may throw from {@link #load} where its
 * library can't be loaded; the product is then computed in Java.
 */
public interface NativeProduct {
    /** What it is, for the record of a run: name and version; asked for before it is loaded, too. */
    String name();

    /**
     * Loads the library, before the first product.
     *
     * @throws Exception if the library is not there for this platform or fails a trial
     */
    void load() throws Exception;

    /** The same for single precision, after {@link #load}; empty where it has none, and Java computes those products. */
    default Optional<NativeFloatProduct> singlePrecision() {
        return Optional.empty();
    }

    /**
     * {@code c = alpha op(a) op(b) + beta c} in the calling thread, all row by row.
     *
     * <p>op(a) is (m, k), op(b) is (k, n); the strides are the distances between rows as stored. Nothing is allocated,
     * no threads are started, and with beta 0 the destination is not read.
     */
    void multiply(
            Form form,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aStride,
            double[] b,
            int bOffset,
            int bStride,
            double beta,
            double[] c,
            int cOffset,
            int cStride);

    /**
     * {@code c = (op(a) op(b))ᵀ}, all row by row: as {@link #multiply}, but c is (n, m) without gaps, from its start.
     */
    void multiplyTransposed(
            Form form,
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            int aStride,
            double[] b,
            int bOffset,
            int bStride,
            double[] c);
}
