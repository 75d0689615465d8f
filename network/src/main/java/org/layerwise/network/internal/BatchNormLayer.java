package org.layerwise.network.internal;

import java.util.Arrays;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerState;
import org.layerwise.network.layers.BatchNorm;

/** Batch normalization at work: keeps the mean and the inverse deviation of the last batch for the way back. */
public final class BatchNormLayer implements Layer {
    private final BatchNorm options;
    private final Affine affine;
    private final List<LayerState> state;
    private final double[] runningMean;
    private final double[] runningVariance;
    private final double[] mean;
    private final double[] variance;
    private boolean frozen;

    /** @param name the layer's, for its parameters: {@code batch_norm_2} */
    public BatchNormLayer(String name, int units, BatchNorm options) {
        this.options = options;
        this.affine = new Affine(name, units, options.scale(), options.center());
        DenseMatrix means = new DenseMatrix(units, 1);
        DenseMatrix variances = new DenseMatrix(units, 1);
        this.runningMean = means.values();
        this.runningVariance = variances.values();
        Arrays.fill(runningVariance, 1);
        this.state = List.of(
                new LayerState(name + ".running_mean", means), new LayerState(name + ".running_variance", variances));
        this.mean = new double[units];
        this.variance = new double[units];
    }

    @Override
    public List<Parameter> parameters() {
        return affine.parameters();
    }

    @Override
    public List<LayerState> state() {
        return state;
    }

    @Override
    public void freeze() {
        frozen = true;
    }

    @Override
    public void forward(DenseMatrix input, DenseMatrix output) {
        normalize(input, output, runningMean, runningVariance);
    }

    @Override
    public void forwardTraining(DenseMatrix input, DenseMatrix output, long step) {
        forwardWithoutNoise(input, output);
        if (frozen) {
            return;
        }
        double kept = options.momentum();
        for (int i = 0; i < mean.length; i++) {
            runningMean[i] = kept * runningMean[i] + (1 - kept) * mean[i];
            runningVariance[i] = kept * runningVariance[i] + (1 - kept) * variance[i];
        }
    }

    @Override
    public void forwardWithoutNoise(DenseMatrix input, DenseMatrix output) {
        if (frozen) {
            System.arraycopy(runningMean, 0, mean, 0, mean.length);
            System.arraycopy(runningVariance, 0, variance, 0, variance.length);
            normalize(input, output, mean, variance);
            return;
        }
        int m = input.getColumnDimension();
        double[] x = input.values();
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (int k = i * m; k < (i + 1) * m; k++) {
                sum += x[k];
            }
            mean[i] = sum / m;
            double squares = 0;
            for (int k = i * m; k < (i + 1) * m; k++) {
                squares += (x[k] - mean[i]) * (x[k] - mean[i]);
            }
            variance[i] = squares / m;
        }
        normalize(input, output, mean, variance);
    }

    @Override
    public void differentiateParameters(DenseMatrix input, DenseMatrix dOutput) {
        int m = input.getColumnDimension();
        affine.clearGradients();
        for (int i = 0; i < mean.length; i++) {
            affine.addGradients(i, inverse(i) * product(input, dOutput, i) / m, sum(dOutput, i) / m);
        }
    }

    @Override
    public void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput) {
        int m = input.getColumnDimension();
        double[] x = input.values();
        for (int i = 0; i < mean.length; i++) {
            double inverse = inverse(i);
            double meanOfD = frozen ? 0 : sum(dOutput, i) / m;
            double share = frozen ? 0 : inverse * inverse * product(input, dOutput, i) / m;
            double factor = affine.gamma()[i] * inverse;
            for (int k = i * m; k < (i + 1) * m; k++) {
                dInput.values()[k] = factor * (dOutput.values()[k] - meanOfD - (x[k] - mean[i]) * share);
            }
        }
    }

    private void normalize(DenseMatrix input, DenseMatrix output, double[] means, double[] variances) {
        int m = input.getColumnDimension();
        double[] x = input.values();
        double[] to = output.values();
        for (int i = 0; i < means.length; i++) {
            double factor = affine.gamma()[i] / Math.sqrt(variances[i] + options.epsilon());
            double shift = affine.beta()[i];
            for (int k = i * m; k < (i + 1) * m; k++) {
                to[k] = factor * (x[k] - means[i]) + shift;
            }
        }
    }

    private double inverse(int unit) {
        return 1 / Math.sqrt(variance[unit] + options.epsilon());
    }

    private double product(DenseMatrix input, DenseMatrix dOutput, int unit) {
        int m = input.getColumnDimension();
        double sum = 0;
        for (int k = unit * m; k < (unit + 1) * m; k++) {
            sum += (input.values()[k] - mean[unit]) * dOutput.values()[k];
        }
        return sum;
    }

    private static double sum(DenseMatrix matrix, int row) {
        int m = matrix.getColumnDimension();
        double sum = 0;
        for (int k = row * m; k < (row + 1) * m; k++) {
            sum += matrix.values()[k];
        }
        return sum;
    }
}
