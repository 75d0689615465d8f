package org.layerwise.network.internal;

import java.util.Arrays;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Layer;
import org.layerwise.regularizers.Regularizer;

/** Passes activations on as they are and puts a penalty on them: {@code penalty(A, m)}. */
public final class ActivityLayer implements Layer {
    private final Regularizer regularizer;
    private final Buffers gradients = new Buffers();

    /** @param regularizer the penalty, taken of A in place of W */
    public ActivityLayer(Regularizer regularizer) {
        this.regularizer = regularizer;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public boolean isIdentity() {
        return true;
    }

    @Override
    public void forward(DenseMatrix input, DenseMatrix output) {
        System.arraycopy(input.values(), 0, output.values(), 0, output.values().length);
    }

    @Override
    public double activityPenalty(DenseMatrix output) {
        return regularizer.penalty(output, output.getColumnDimension());
    }

    /** The penalty's derivative holds 1/m, which dOutput does not. */
    @Override
    public void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput) {
        int m = output.getColumnDimension();
        DenseMatrix derivative = gradients.of(output.getRowDimension(), m);
        double[] penalty = derivative.values();
        Arrays.fill(penalty, 0);
        regularizer.addGradient(output, m, derivative);
        double[] from = dOutput.values();
        double[] to = dInput.values();
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + m * penalty[i];
        }
    }
}
