package org.layerwise.core;

import org.layerwise.core.internal.Softmaxes;

/**
 * Softmax and its logarithm over the columns of a matrix, one example each, forward and back.
 *
 * <p>They are computed row by row, with the processor's vector instructions where the module {@code jdk.incubator.vector}
 * is there, and large matrices are shared among the processor's cores, with the same bits everywhere: an example has the
 * numbers that it has alone. Nothing is allocated once warm. All matrices of a call have one shape.
 */
public final class Probabilities {
    private Probabilities() {}

    /** {@code a_i = e^(z_i − max z) / Σ_k e^(z_k − max z)}; the matrices may be one. */
    public static void softmax(DenseMatrix z, DenseMatrix a) {
        Softmaxes.apply(z.values(), a.values(), z.getColumnDimension());
    }

    /** {@code dZ_i = a_i (dA_i − Σ_k a_k dA_k)}; dZ and dA may be one. */
    public static void differentiateSoftmax(DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Softmaxes.differentiate(a.values(), dA.values(), dZ.values(), a.getColumnDimension());
    }

    /** {@code a_i = z_i − max z − ln Σ_k e^(z_k − max z)}; the matrices may be one. */
    public static void logSoftmax(DenseMatrix z, DenseMatrix a) {
        Softmaxes.applyLogarithm(z.values(), a.values(), z.getColumnDimension());
    }

    /** {@code dZ_i = dA_i − e^(a_i) Σ_k dA_k}; dZ and dA may be one. */
    public static void differentiateLogSoftmax(DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Softmaxes.differentiateLogarithm(a.values(), dA.values(), dZ.values(), a.getColumnDimension());
    }
}
