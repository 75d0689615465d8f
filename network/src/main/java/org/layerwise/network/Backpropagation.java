package org.layerwise.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/** The loss of a workspace's prediction and the way back through the layers. */
final class Backpropagation {
    private final Chain chain;
    private final Loss loss;
    private final Optional<Loss.Fused> fused;
    /** Which layers are differentiated: all, and those with parameters that training changes. */
    private final boolean[] all;

    private final boolean[] trained;
    /** The first layer with parameters: nothing before it needs a gradient. */
    private final int first;
    /** The same of parameters that training changes. */
    private final int firstTrained;
    /** The boundary at which the loss hands over its gradient: the prediction, or Z before a fused activation. */
    private final int last;

    private final int depthBeforeLoss;

    /** @param isTrained which parameters training changes */
    Backpropagation(Chain chain, Predicate<Parameter> isTrained, Loss loss) {
        this.chain = chain;
        this.loss = loss;
        int depth = chain.depth();
        int end = lastThatChanges(chain);
        this.fused = chain.layer(end).activation().flatMap(loss::fusedWith);
        this.last = fused.isPresent() ? end : depth;
        boolean activates = fused.isPresent() && fused.get().activates();
        this.depthBeforeLoss = activates && last + 1 == depth ? last : depth;
        this.all = which(chain, layer -> true);
        this.trained = which(chain, layer -> layer.parameters().stream().anyMatch(isTrained));
        this.first = firstOf(which(chain, layer -> !layer.parameters().isEmpty()));
        this.firstTrained = firstOf(trained);
    }

    /** The last layer whose output is not always its input. */
    private static int lastThatChanges(Chain chain) {
        int end = chain.depth() - 1;
        while (end > 0 && chain.layer(end).isIdentity()) {
            end--;
        }
        return end;
    }

    private static boolean[] which(Chain chain, Predicate<Layer> wanted) {
        boolean[] which = new boolean[chain.depth()];
        for (int i = 0; i < which.length; i++) {
            which[i] = wanted.test(chain.layer(i));
        }
        return which;
    }

    private static int firstOf(boolean[] layers) {
        int next = 0;
        while (next < layers.length && !layers[next]) {
            next++;
        }
        return next;
    }

    /** {@code 1/m Σ L}, weighted where the examples have weights. */
    double meanLoss(Workspace workspace) {
        DenseMatrix losses = workspace.losses();
        DenseMatrix prediction = workspace.prediction();
        if (fused.isPresent()) {
            fused.get().values(workspace.values[last], prediction, workspace.target(), losses);
        } else {
            loss.values(prediction, workspace.target(), losses);
        }
        return workspace.meanLoss();
    }

    /** The mean loss; the gradients of all parameters, without penalties. */
    double toParameters(Workspace workspace) {
        return differentiate(workspace, first, all);
    }

    /** The same, of the parameters that training changes. */
    double toTrainedParameters(Workspace workspace) {
        return differentiate(workspace, firstTrained, trained);
    }

    private double differentiate(Workspace workspace, int lowest, boolean[] wanted) {
        fromLoss(workspace);
        workspace.reached = lowest;
        for (int i = last - 1; i >= lowest; i--) {
            if (wanted[i]) {
                chain.layer(i).differentiateParameters(workspace.values[i], gradient(workspace, i + 1));
            }
            if (i > lowest) {
                passOn(workspace, i);
            }
        }
        return workspace.meanLoss();
    }

    /** From the gradient with respect to a layer's output to that with respect to its input. */
    private void passOn(Workspace workspace, int i) {
        DenseMatrix[] values = workspace.values;
        chain.layer(i).backpropagate(values[i], values[i + 1], gradient(workspace, i + 1), gradient(workspace, i));
    }

    /** How many layers are applied before the loss: all, or all but an output activation that the loss applies. */
    int depthBeforeLoss() {
        return depthBeforeLoss;
    }

    /** Whether the loss needs what goes into this layer. */
    boolean readsInputOf(int layer) {
        return layer == last;
    }

    DenseMatrix toInput(Workspace workspace) {
        for (int i = Math.min(workspace.reached, last - 1); i >= 0; i--) {
            passOn(workspace, i);
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
        if (last + 1 < chain.depth()) {
            addWhatFollows(workspace, gradient);
        }
    }

    /** Adds to a fused dZ what the layers after the activation add to the cost. */
    private void addWhatFollows(Workspace workspace, DenseMatrix dZ) {
        DenseMatrix[] values = workspace.values;
        Arrays.fill(gradient(workspace, chain.depth()).values(), 0);
        for (int i = chain.depth() - 1; i > last; i--) {
            passOn(workspace, i);
        }
        DenseMatrix further = gradient(workspace, last + 1);
        chain.layer(last).backpropagate(values[last], values[last + 1], further, further);
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
                    && chain.layer(boundary).activation().isPresent();
            gradients[boundary] = shared
                    ? gradient(workspace, boundary + 1)
                    : new DenseMatrix(chain.width(boundary), workspace.examples());
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
}
