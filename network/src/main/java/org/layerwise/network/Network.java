package org.layerwise.network;

import java.util.List;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/**
 * Layers in a row and the loss at their end.
 *
 * <pre>{@code
 * A[0] = X,  A[l] = layer_l(A[l-1])
 * J    = 1/m Σ L(A[L], Y) + Σ penalty(W, m)       (and what layers say of their activities)
 * }</pre>
 *
 * <p>The network holds parameters and their gradients; everything that depends on the batch is in a {@link Workspace}.
 * An optimizer changes {@link #parameters} in place.
 */
public final class Network {
    private final List<NetworkLayer> layers;
    private final Loss loss;
    private final Precision precision;
    private final Chain chain;
    private final Backpropagation backpropagation;
    private final List<Parameter> parameters;
    private final List<Penalty> penalties;
    /** Those on parameters that training changes. */
    private final List<Penalty> trainedPenalties;

    private final List<Constrained> constraints;
    private final List<LayerState> state;

    Network(int inputs, List<NetworkLayer> layers, Loss loss, Precision precision) {
        this.layers = List.copyOf(layers);
        this.loss = loss;
        this.precision = precision;
        this.layers.stream()
                .filter(layer -> layer.rateFactor() == 0)
                .forEach(layer -> layer.layers().forEach(Layer::freeze));
        this.chain = new Chain(inputs, this.layers);
        this.parameters = layers.stream().flatMap(l -> l.parameters().stream()).toList();
        this.penalties = chain.all(Layer::penalties);
        this.trainedPenalties = penalties.stream()
                .filter(penalty -> isTrained(penalty.parameter()))
                .toList();
        this.constraints = chain.all(Layer::constraints).stream()
                .filter(constrained -> isTrained(constrained.parameter()))
                .toList();
        this.state = chain.all(Layer::state);
        this.backpropagation = new Backpropagation(chain, this::isTrained, loss);
    }

    private boolean isTrained(Parameter parameter) {
        return parameters.stream().anyMatch(known -> known.name().equals(parameter.name()) && known.isTrained());
    }

    /** A network for so many features. */
    public static NetworkBuilder builder(int inputs) {
        return new NetworkBuilder(inputs);
    }

    /** {@code n[0]}, the features of one example. */
    public int inputs() {
        return chain.width(0);
    }

    /** {@code n[L]}, the rows of a prediction. */
    public int outputs() {
        return chain.width(chain.depth());
    }

    /** The loss at the end. */
    public Loss loss() {
        return loss;
    }

    /** In which precision the products of training steps are computed. */
    public Precision precision() {
        return precision;
    }

    /** The layers as they were written, in forward order. */
    public List<NetworkLayer> layers() {
        return layers;
    }

    /** All parameters, layer by layer in forward order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Which regularizer lies on which parameter. */
    public List<Penalty> penalties() {
        return penalties;
    }

    /** What parameters must satisfy after each update. */
    public List<Constrained> constraints() {
        return constraints;
    }

    /** Moves the parameters to values that satisfy their layers' constraints; to be called after each update. */
    public void constrain() {
        for (int i = 0; i < constraints.size(); i++) {
            constraints.get(i).apply();
        }
    }

    /** What a saved model holds besides the parameters. */
    public List<LayerState> state() {
        return state;
    }

    /** Buffers for batches of so many examples. */
    public Workspace workspace(int examples) {
        return new Workspace(this, new DenseMatrix(inputs(), examples));
    }

    /**
     * Â for X of shape (inputs, examples), without noise.
     *
     * @throws org.layerwise.core.ShapeException if X has another number of rows
     */
    public DenseMatrix predict(DenseMatrix x) {
        Workspace workspace = new Workspace(this, x);
        forward(workspace);
        return workspace.prediction();
    }

    /** Inference: from the workspace's input to its prediction. */
    public void forward(Workspace workspace) {
        chain.forward(owned(workspace).values);
    }

    /**
     * Inference, then {@code 1/m Σ L} over the examples, weighted where they have weights, and what layers say of their
     * activities, without the weights' penalty. The loss of a data set in several batches is the mean of theirs, each
     * counted with its examples.
     */
    public double meanLoss(Workspace workspace) {
        forward(workspace);
        return backpropagation.meanLoss(workspace) + chain.activityPenalty(workspace.values);
    }

    /** Inference, then the cost {@code J = 1/m Σ L + penalty}. */
    public double cost(Workspace workspace) {
        return meanLoss(workspace) + penalty(workspace.examples());
    }

    /** {@code Σ penalty(W, m)} over all layers. */
    public double penalty(int examples) {
        double sum = 0;
        for (int i = 0; i < penalties.size(); i++) {
            sum += penalties.get(i).value(examples);
        }
        return sum;
    }

    /**
     * The forward pass of a training step, the cost J, and the way back: fills the gradient of every parameter, the
     * penalty's included. Those of parameters that training leaves alone are not computed.
     *
     * @param step updates already done, from 0
     * @return the cost before the update
     */
    public double costAndGradients(Workspace workspace, long step) {
        double loss = lossAndGradients(workspace, step);
        addPenaltyGradients(workspace.examples());
        return loss + penalty(workspace.examples());
    }

    /**
     * The same without the weights' penalty, in the cost and in the gradients: for one of several batches that make one
     * update together. {@link #addPenaltyGradients} adds it once for all of them.
     *
     * @param step tells the noise of one batch from that of another
     * @return the mean loss of the batch, what layers say of their activities included
     */
    public double lossAndGradients(Workspace workspace, long step) {
        chain.forwardTraining(owned(workspace).values, backpropagation.depthBeforeLoss(), step);
        double meanLoss = backpropagation.toTrainedParameters(workspace);
        return meanLoss + chain.activityPenalty(workspace.values);
    }

    /** Adds the derivative of {@code Σ penalty(W, m)} to the gradients of the parameters that training changes. */
    public void addPenaltyGradients(int examples) {
        addGradients(trainedPenalties, examples);
    }

    private static void addGradients(List<Penalty> penalties, int examples) {
        for (int i = 0; i < penalties.size(); i++) {
            penalties.get(i).addGradient(examples);
        }
    }

    /**
     * Like {@link #costAndGradients} with noise off: the same input gives the same gradient. Fills the gradients of all
     * parameters, those included that training leaves alone.
     */
    public double costAndGradientsWithoutNoise(Workspace workspace) {
        chain.forwardWithoutNoise(owned(workspace).values);
        double meanLoss = backpropagation.toParameters(workspace);
        addGradients(penalties, workspace.examples());
        return meanLoss + chain.activityPenalty(workspace.values) + penalty(workspace.examples());
    }

    /** The cost whose gradient {@link #costAndGradientsWithoutNoise} computes. */
    public double costWithoutNoise(Workspace workspace) {
        chain.forwardWithoutNoise(owned(workspace).values);
        double meanLoss = backpropagation.meanLoss(workspace);
        return meanLoss + chain.activityPenalty(workspace.values) + penalty(workspace.examples());
    }

    /**
     * {@code ∂J/∂X} after {@link #costAndGradients} or its kin, of shape (inputs, examples); training needs none, so
     * this is computed only here.
     */
    public DenseMatrix inputGradient(Workspace workspace) {
        return backpropagation.toInput(owned(workspace));
    }

    /**
     * The first layer whose output is not finite after the last forward pass, {@code input} for the input itself; empty
     * where all is finite.
     */
    public Optional<String> firstNotFinite(Workspace workspace) {
        return chain.firstNotFinite(owned(workspace).values);
    }

    Chain chain() {
        return chain;
    }

    /** Whether a layer's output may take the place of its input, which neither the layers nor the loss read again. */
    boolean writesOver(int layer) {
        return chain.forgetsItsInput(layer) && !backpropagation.readsInputOf(layer);
    }

    private Workspace owned(Workspace workspace) {
        if (workspace.network != this) {
            throw new IllegalArgumentException("the workspace belongs to another network");
        }
        return workspace;
    }
}
