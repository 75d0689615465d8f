package org.layerwise.network.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.FloatMatrix;

/**
 * The products of a linear layer's training steps in single precision. W and A_prev are copied once a step, on the way
 * forward, and dZ once on the way back; an input that stays the same is copied once for all steps. There are buffers for
 * each batch size, made at first use.
 */
final class SinglePrecision {
    private final FloatMatrix weights;
    private final List<FloatMatrix> inputs = new ArrayList<>();
    private final List<FloatMatrix> gradients = new ArrayList<>();
    private Optional<Kept> kept = Optional.empty();
    private FloatMatrix input;
    private FloatMatrix gradient;
    /** Whether that is the copy of dZ on the way back that is under way. */
    private boolean copied;

    /** An input that is not changed any more, with its copy. */
    private record Kept(DenseMatrix input, FloatMatrix copy) {}

    /** @param w W, for its shape */
    SinglePrecision(DenseMatrix w) {
        this.weights = new FloatMatrix(w.getRowDimension(), w.getColumnDimension());
        this.input = new FloatMatrix(w.getColumnDimension(), 0);
        this.gradient = new FloatMatrix(w.getRowDimension(), 0);
    }

    void keep(DenseMatrix unchanging) {
        FloatMatrix copy = new FloatMatrix(unchanging.getRowDimension(), unchanging.getColumnDimension());
        copy.set(unchanging);
        kept = Optional.of(new Kept(unchanging, copy));
    }

    /** {@code Z = W A_prev + beta Z}. */
    void forward(DenseMatrix w, DenseMatrix aPrev, double beta, DenseMatrix z) {
        weights.set(w);
        input = kept.isPresent() && kept.get().input().values() == aPrev.values()
                ? kept.get().copy()
                : copy(inputs, aPrev);
        copied = false;
        weights.multiply(input, 1, beta, z);
    }

    /** {@code dW = scale dZ A_prevᵀ}, A_prev being that of the last pass forward. */
    void differentiate(DenseMatrix dZ, double scale, DenseMatrix dW) {
        gradient = copy(gradients, dZ);
        copied = true;
        gradient.multiplyByTransposed(input, scale, 0, dW);
    }

    /** {@code dA_prev = Wᵀ dZ}, W being that of the last pass forward. */
    void backpropagate(DenseMatrix dZ, DenseMatrix dAPrev) {
        if (!copied) {
            gradient = copy(gradients, dZ);
        }
        copied = false;
        weights.multiplyTransposed(gradient, 1, 0, dAPrev);
    }

    private static FloatMatrix copy(List<FloatMatrix> made, DenseMatrix matrix) {
        FloatMatrix copy = of(made, matrix.getRowDimension(), matrix.getColumnDimension());
        copy.set(matrix);
        return copy;
    }

    private static FloatMatrix of(List<FloatMatrix> made, int rows, int columns) {
        for (int i = 0; i < made.size(); i++) {
            if (made.get(i).columns() == columns) {
                return made.get(i);
            }
        }
        FloatMatrix matrix = new FloatMatrix(rows, columns);
        made.add(matrix);
        return matrix;
    }
}
