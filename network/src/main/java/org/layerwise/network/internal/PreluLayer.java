package org.layerwise.network.internal;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Layer;

/**
 * {@code a = max(z, 0) + α min(z, 0)} with one α for each unit.
 *
 * @param slopes α, of shape (units, 1)
 */
public record PreluLayer(Parameter slopes) implements Layer {
    @Override
    public List<Parameter> parameters() {
        return List.of(slopes);
    }

    @Override
    public void forward(DenseMatrix input, DenseMatrix output) {
        int m = input.getColumnDimension();
        double[] z = input.values();
        for (int i = 0; i < input.getRowDimension(); i++) {
            double slope = slopes.value().values()[i];
            for (int k = i * m; k < (i + 1) * m; k++) {
                output.values()[k] = Math.max(z[k], 0) + slope * Math.min(z[k], 0);
            }
        }
    }

    @Override
    public void differentiateParameters(DenseMatrix input, DenseMatrix dOutput) {
        int m = input.getColumnDimension();
        for (int i = 0; i < input.getRowDimension(); i++) {
            double sum = 0;
            for (int k = i * m; k < (i + 1) * m; k++) {
                sum += dOutput.values()[k] * Math.min(input.values()[k], 0);
            }
            slopes.gradient().values()[i] = sum / m;
        }
    }

    @Override
    public void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput) {
        int m = input.getColumnDimension();
        double[] z = input.values();
        double[] d = dOutput.values();
        for (int i = 0; i < input.getRowDimension(); i++) {
            double slope = slopes.value().values()[i];
            for (int k = i * m; k < (i + 1) * m; k++) {
                dInput.values()[k] = z[k] > 0 ? d[k] : slope * d[k];
            }
        }
    }
}
