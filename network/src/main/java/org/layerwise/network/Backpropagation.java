package org.layerwise.network;

import java.util.Arrays;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;

/** The loss of a workspace's prediction and the way back through the layers. */
final class Backpropagation {
    private final Layer[] chain;
    /** Which layers have parameters that training changes. */
    private final boolean[] trained;

    private final int[] widths;
    private final Loss loss;
    private final Optional<Loss.Fused> fused;
    /** The first layer with parameters: nothing before it needs a gradient. */
    private final int first;
    /** The same of parameters that training changes. */
    private final int firstTrained;
    /** The boundary at which the loss hands over its gradient: the prediction, or Z before a fused activation. */
    private final int last;

    Backpropagation(Layer[] chain, boolean[] trained, int[] widths, Loss loss) {
        this.chain = chain;
        this.trained = trained;
        this.widths = widths;
        this.loss = loss;
        int end = chain.length - 1;
        while (end > 0 && chain[end].isIdentity()) {
            end--;
        }
        this.fused = chain[end].activation().flatMap(loss::fusedWith);
        this.last = fused.isPresent() ? end : chain.length;
        int next = 0;
        while (next < chain.length && chain[next].parameters().isEmpty()) {
            next++;
        }
        this.first = next;
        while (next < chain.length && !trained[next]) {
            next++;
        }
        this.firstTrained = next;
    }

    /** {@code 1/m Σ L}; where the sum alone is beyond the largest double, the mean is not. */
    double meanLoss(Workspace workspace) {
        DenseMatrix losses = workspace.losses();
        DenseMatrix prediction = workspace.prediction();
        if (fused.isPresent()) {
            fused.get().values(workspace.values[last], prediction, workspace.target(), losses);
        } else {
            loss.values(prediction, workspace.target(), losses);
        }
        return mean(workspace);
    }

    /** The mean loss; the gradients of all parameters, without penalties. */
    double toParameters(Workspace workspace) {
        DenseMatrix[] values = workspace.values;
        fromLoss(workspace);
        workspace.reached = first;
        for (int i = last - 1; i >= first; i--) {
            chain[i].differentiateParameters(values[i], gradient(workspace, i + 1));
            if (i > first) {
                chain[i].backpropagate(values[i], values[i + 1], gradient(workspace, i + 1), gradient(workspace, i));
            }
        }
        return mean(workspace);
    }

    /** The same, of the parameters that training changes. */
    double toTrainedParameters(Workspace workspace) {
        DenseMatrix[] values = workspace.values;
        fromLoss(workspace);
        workspace.reached = firstTrained;
        for (int i = last - 1; i >= firstTrained; i--) {
            if (trained[i]) {
                chain[i].differentiateParameters(values[i], gradient(workspace, i + 1));
            }
            if (i > firstTrained) {
                chain[i].backpropagate(values[i], values[i + 1], gradient(workspace, i + 1), gradient(workspace, i));
            }
        }
        return mean(workspace);
    }

    /** How many layers are applied before the loss: all, or all but an output activation that the loss applies. */
    int depthBeforeLoss() {
        boolean applied =
                last + 1 == chain.length && fused.isPresent() && fused.get().activates();
        return applied ? last : chain.length;
    }

    /** Whether the loss needs what goes into this layer. */
    boolean readsInputOf(int layer) {
        return layer == last;
    }

    DenseMatrix toInput(Workspace workspace) {
        DenseMatrix[] values = workspace.values;
        for (int i = Math.min(workspace.reached, last - 1); i >= 0; i--) {
            chain[i].backpropagate(values[i], values[i + 1], gradient(workspace, i + 1), gradient(workspace, i));
        }
        DenseMatrix dX = gradient(workspace, 0).copy();
        double[] entries = dX.values();
        for (int i = 0; i < entries.length; i++) {
            entries[i] /= workspace.examples();
        }
        return dX;
    }

    private void fromLoss(Workspace workspace) {
        DenseMatrix gradient = gradient(workspace, last);
        DenseMatrix prediction = workspace.prediction();
        if (fused.isPresent()) {
            fused.get()
                    .valuesAndGradient(
                            workspace.values[last], prediction, workspace.target(), workspace.losses(), gradient);
        } else {
            loss.values(prediction, workspace.target(), workspace.losses());
            loss.gradient(prediction, workspace.target(), gradient);
        }
        if (workspace.weights().isPresent()) {
            weigh(gradient, workspace.weights().get().values());
        }
        if (last + 1 < chain.length) {
            addWhatFollows(workspace, gradient);
        }
    }

    /** Adds to a fused dZ what the layers after the activation add to the cost. */
    private void addWhatFollows(Workspace workspace, DenseMatrix dZ) {
        DenseMatrix[] values = workspace.values;
        Arrays.fill(gradient(workspace, chain.length).values(), 0);
        for (int i = chain.length - 1; i > last; i--) {
            chain[i].backpropagate(values[i], values[i + 1], gradient(workspace, i + 1), gradient(workspace, i));
        }
        DenseMatrix further = gradient(workspace, last + 1);
        chain[last].backpropagate(values[last], values[last + 1], further, further);
        for (int i = 0; i < dZ.values().length; i++) {
            dZ.values()[i] += further.values()[i];
        }
    }

    /** Made at first use, so that a workspace for inference holds none; an activation's two are one. */
    private DenseMatrix gradient(Workspace workspace, int boundary) {
        DenseMatrix[] gradients = workspace.gradients;
        if (gradients[boundary] == null) {
            boolean shared = boundary < last
                    && boundary >= first
                    && chain[boundary].activation().isPresent();
            gradients[boundary] = shared
                    ? gradient(workspace, boundary + 1)
                    : new DenseMatrix(widths[boundary], workspace.examples());
        }
        return gradients[boundary];
    }

    private static void weigh(DenseMatrix gradient, double[] weights) {
        double[] values = gradient.values();
        for (int row = 0; row < gradient.getRowDimension(); row++) {
            for (int j = 0; j < weights.length; j++) {
                values[row * weights.length + j] *= weights[j];
            }
        }
    }

    private static double mean(Workspace workspace) {
        double[] losses = workspace.losses().values();
        Optional<DenseMatrix> weights = workspace.weights();
        double sum = weights.isPresent() ? sumOfProducts(losses, weights.get().values(), 1) : workspace.sumOfLosses();
        if (sum < Double.POSITIVE_INFINITY) {
            return sum / losses.length;
        }
        double part = Math.nextDown(1.0 / losses.length);
        return weights.isPresent() ? sumOfProducts(losses, weights.get().values(), part) : sum(losses, part);
    }

    private static double sum(double[] values, double factor) {
        double sum = 0;
        for (double value : values) {
            sum += factor * value;
        }
        return sum;
    }

    private static double sumOfProducts(double[] values, double[] weights, double factor) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += factor * values[i] * weights[i];
        }
        return sum;
    }
}
