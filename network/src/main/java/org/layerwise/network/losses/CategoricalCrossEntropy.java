package org.layerwise.network.losses;

import static org.layerwise.core.Options.require;

import java.util.Arrays;
import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Softmax;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;
import org.layerwise.network.Loss;
import org.layerwise.network.TargetKind;
import org.layerwise.network.internal.SoftmaxCrossEntropy;

/**
 * The negative logarithm of the probability that was given to the true class.
 *
 * <pre>{@code
 * L  = −Σ y ln â over the classes,  0 ln 0 = 0
 * dA = −y / â
 * with the softmax before it, from Z:
 * L  = −Σ y (z − ln Σ eᶻ),  dZ = A Σ y − Y
 * }</pre>
 *
 * <p>Shapes: prediction and target are (classes, examples); a column of the target has a single 1 or is a distribution.
 * In an experiment, classes given by names or numbers ("sparse" labels) are turned into such columns when the data are
 * read, so that {@code sparse_categorical_cross_entropy} is only another name of this loss.
 * <p>With the softmax before it no finite Z gives NaN or infinity. After any other activation a true class of
 * probability 0 costs infinity.
 * <p>Source: Ng, "Improving Deep Neural Networks", week 3; label smoothing from Szegedy and others, "Rethinking the
 * Inception architecture for computer vision", 2016.
 * <p>Differs from: Keras, which divides â by its sum and clips it to [1e-7, 1 − 1e-7] unless told {@code from_logits}.
 *
 * @param labelSmoothing s in [0, 1): the target becomes {@code y(1 − s) + s/k} over k classes; default 0
 */
public record CategoricalCrossEntropy(double labelSmoothing) implements Loss {
    /** Targets as they are. */
    public CategoricalCrossEntropy() {
        this(0);
    }

    /** @throws org.layerwise.core.OptionException if the smoothing is outside [0, 1) */
    public CategoricalCrossEntropy {
        require(labelSmoothing >= 0 && labelSmoothing < 1, "label_smoothing", labelSmoothing, "in [0, 1)");
    }

    @Override
    public TargetKind targets() {
        return TargetKind.ONE_HOT;
    }

    @Override
    public void values(DenseMatrix prediction, DenseMatrix target, DenseMatrix losses) {
        double[] p = prediction.values();
        double[] sums = losses.values();
        double shift = labelSmoothing / prediction.getRowDimension();
        Arrays.fill(sums, 0);
        for (int i = 0, j = 0; i < p.length; i++, j = j + 1 == sums.length ? 0 : j + 1) {
            double y = target.values()[i] * (1 - labelSmoothing) + shift;
            sums[j] -= y == 0 ? 0 : y * Elementary.log(p[i]);
        }
    }

    @Override
    public void gradient(DenseMatrix prediction, DenseMatrix target, DenseMatrix dPrediction) {
        double[] p = prediction.values();
        double[] to = dPrediction.values();
        double shift = labelSmoothing / prediction.getRowDimension();
        for (int i = 0; i < p.length; i++) {
            double y = target.values()[i] * (1 - labelSmoothing) + shift;
            to[i] = y == 0 ? 0 : -y / p[i];
        }
    }

    @Override
    public Optional<Fused> fusedWith(Activation activation) {
        return activation instanceof Softmax ? Optional.of(new SoftmaxCrossEntropy(labelSmoothing)) : Optional.empty();
    }
}
