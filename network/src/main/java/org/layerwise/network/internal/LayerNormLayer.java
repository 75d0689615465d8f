package org.layerwise.network.internal;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Layer;
import org.layerwise.network.layers.LayerNorm;

/** Layer normalization at work. Everything is computed again from the input on the way back: it keeps nothing. */
public final class LayerNormLayer implements Layer {
    private final double epsilon;
    private final Affine affine;

    /** @param name the layer's, for its parameters: {@code layer_norm_2} */
    public LayerNormLayer(String name, int units, LayerNorm options) {
        this.epsilon = options.epsilon();
        this.affine = new Affine(name, units, options.scale(), options.center());
    }

    @Override
    public List<Parameter> parameters() {
        return affine.parameters();
    }

    @Override
    public void forward(DenseMatrix input, DenseMatrix output) {
        int m = input.getColumnDimension();
        double[] x = input.values();
        for (int j = 0; j < m; j++) {
            double mean = mean(x, m, j);
            double inverse = inverse(x, m, j, mean);
            for (int i = 0, k = j; k < x.length; i++, k += m) {
                output.values()[k] = affine.gamma()[i] * (inverse * (x[k] - mean)) + affine.beta()[i];
            }
        }
    }

    @Override
    public void differentiateParameters(DenseMatrix input, DenseMatrix dOutput) {
        int m = input.getColumnDimension();
        double[] x = input.values();
        affine.clearGradients();
        for (int j = 0; j < m; j++) {
            double mean = mean(x, m, j);
            double inverse = inverse(x, m, j, mean);
            for (int i = 0, k = j; k < x.length; i++, k += m) {
                double d = dOutput.values()[k] / m;
                affine.addGradients(i, d * inverse * (x[k] - mean), d);
            }
        }
    }

    @Override
    public void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput) {
        int m = input.getColumnDimension();
        double[] x = input.values();
        double[] d = dOutput.values();
        double[] gamma = affine.gamma();
        for (int j = 0; j < m; j++) {
            double mean = mean(x, m, j);
            double inverse = inverse(x, m, j, mean);
            double sum = 0;
            double product = 0;
            for (int i = 0, k = j; k < x.length; i++, k += m) {
                sum += gamma[i] * d[k];
                product += gamma[i] * d[k] * inverse * (x[k] - mean);
            }
            double units = gamma.length;
            for (int i = 0, k = j; k < x.length; i++, k += m) {
                double normalized = inverse * (x[k] - mean);
                dInput.values()[k] = inverse * (gamma[i] * d[k] - sum / units - normalized * (product / units));
            }
        }
    }

    private static double mean(double[] x, int m, int j) {
        double sum = 0;
        int units = 0;
        for (int k = j; k < x.length; k += m) {
            sum += x[k];
            units++;
        }
        return sum / units;
    }

    private double inverse(double[] x, int m, int j, double mean) {
        double squares = 0;
        int units = 0;
        for (int k = j; k < x.length; k += m) {
            squares += (x[k] - mean) * (x[k] - mean);
            units++;
        }
        return 1 / Math.sqrt(squares / units + epsilon);
    }
}
