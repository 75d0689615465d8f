package org.layerwise.network;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.internal.LinearLayer;

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
    private final int inputs;
    private final List<NetworkLayer> layers;
    private final Loss loss;
    private final Precision precision;
    private final Layer[] chain;
    private final String[] names;
    private final int[] widths;
    private final List<Parameter> parameters;
    private final List<Penalty> penalties;
    /** Those on parameters that training changes. */
    private final List<Penalty> trainedPenalties;

    private final List<LayerState> state;
    private final List<Constrained> constraints;
    private final Backpropagation backpropagation;
    private final int depthBeforeLoss;

    Network(int inputs, List<NetworkLayer> layers, Loss loss, Precision precision) {
        this.inputs = inputs;
        this.precision = precision;
        this.layers = List.copyOf(layers);
        this.loss = loss;
        List<Layer> flat = layers.stream().flatMap(l -> l.layers().stream()).toList();
        this.chain = flat.toArray(new Layer[0]);
        this.names = layers.stream()
                .flatMap(l -> Collections.nCopies(l.layers().size(), l.name()).stream())
                .toArray(String[]::new);
        layers.stream()
                .filter(layer -> layer.rateFactor() == 0)
                .forEach(layer -> layer.layers().forEach(Layer::freeze));
        this.parameters = layers.stream().flatMap(l -> l.parameters().stream()).toList();
        this.penalties = flat.stream().flatMap(l -> l.penalties().stream()).toList();
        this.trainedPenalties = penalties.stream()
                .filter(penalty -> isTrained(penalty.parameter()))
                .toList();
        this.constraints = flat.stream()
                .flatMap(l -> l.constraints().stream())
                .filter(constrained -> isTrained(constrained.parameter()))
                .toList();
        this.state = flat.stream().flatMap(l -> l.state().stream()).toList();
        this.widths = new int[chain.length + 1];
        widths[0] = inputs;
        for (int i = 0; i < chain.length; i++) {
            widths[i + 1] = chain[i].outputs(widths[i]);
        }
        this.backpropagation = new Backpropagation(chain, trainedLayers(), widths, loss);
        this.depthBeforeLoss = backpropagation.depthBeforeLoss();
    }

    private boolean[] trainedLayers() {
        boolean[] trained = new boolean[chain.length];
        for (int i = 0; i < chain.length; i++) {
            trained[i] = chain[i].parameters().stream().anyMatch(this::isTrained);
        }
        return trained;
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
        return inputs;
    }

    /** {@code n[L]}, the rows of a prediction. */
    public int outputs() {
        return widths[widths.length - 1];
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
        return new Workspace(this, new DenseMatrix(inputs, examples));
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
        DenseMatrix[] values = owned(workspace).values;
        for (int i = 0; i < chain.length; i++) {
            chain[i].forward(values[i], values[i + 1]);
        }
    }

    /**
     * Inference, then {@code 1/m Σ L} over the examples, weighted where they have weights, and what layers say of their
     * activities, without the weights' penalty. The loss of
     * a data set in several batches is the mean of theirs, each counted with its examples.
     */
    public double meanLoss(Workspace workspace) {
        forward(workspace);
        return backpropagation.meanLoss(workspace) + activityPenalty(workspace);
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
        DenseMatrix[] values = owned(workspace).values;
        for (int i = 0; i < depthBeforeLoss; i++) {
            chain[i].forwardTraining(values[i], values[i + 1], step);
        }
        double meanLoss = backpropagation.toTrainedParameters(workspace);
        return meanLoss + activityPenalty(workspace);
    }

    /** Adds the derivative of {@code Σ penalty(W, m)} to the gradients of the parameters that training changes. */
    public void addPenaltyGradients(int examples) {
        for (int i = 0; i < trainedPenalties.size(); i++) {
            trainedPenalties.get(i).addGradient(examples);
        }
    }

    /**
     * Like {@link #costAndGradients} with noise off: the same input gives the same gradient. Fills the gradients of all
     * parameters, those included that training leaves alone.
     */
    public double costAndGradientsWithoutNoise(Workspace workspace) {
        forwardWithoutNoise(workspace);
        return finish(workspace);
    }

    /** The cost whose gradient {@link #costAndGradientsWithoutNoise} computes. */
    public double costWithoutNoise(Workspace workspace) {
        forwardWithoutNoise(workspace);
        return backpropagation.meanLoss(workspace) + activityPenalty(workspace) + penalty(workspace.examples());
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
        DenseMatrix[] values = owned(workspace).values;
        for (int i = 0; i < values.length; i++) {
            if (!isFinite(values[i].values())) {
                return Optional.of(i == 0 ? "input" : names[i - 1]);
            }
        }
        return Optional.empty();
    }

    void keep(DenseMatrix input) {
        chain[0].keep(input);
    }

    int depth() {
        return chain.length;
    }

    /**
     * Whether a layer's output may take the place of its input: an activation's that of a Z which nobody reads again,
     * neither on the way back nor by the name of a layer.
     */
    boolean writesOver(int layer) {
        return layer > 0
                && chain[layer - 1] instanceof LinearLayer
                && names[layer - 1].equals(names[layer])
                && !backpropagation.readsInputOf(layer)
                && chain[layer]
                        .activation()
                        .filter(Activation::backpropagatesFromOutput)
                        .isPresent();
    }

    int width(int boundary) {
        return widths[boundary];
    }

    int lastOf(String name) {
        return List.of(names).lastIndexOf(name);
    }

    private void forwardWithoutNoise(Workspace workspace) {
        DenseMatrix[] values = owned(workspace).values;
        for (int i = 0; i < chain.length; i++) {
            chain[i].forwardWithoutNoise(values[i], values[i + 1]);
        }
    }

    private double finish(Workspace workspace) {
        double meanLoss = backpropagation.toParameters(workspace);
        for (int i = 0; i < penalties.size(); i++) {
            penalties.get(i).addGradient(workspace.examples());
        }
        return meanLoss + activityPenalty(workspace) + penalty(workspace.examples());
    }

    private double activityPenalty(Workspace workspace) {
        double sum = 0;
        for (int i = 0; i < chain.length; i++) {
            sum += chain[i].activityPenalty(workspace.values[i + 1]);
        }
        return sum;
    }

    private Workspace owned(Workspace workspace) {
        if (workspace.network != this) {
            throw new IllegalArgumentException("the workspace belongs to another network");
        }
        return workspace;
    }

    private static boolean isFinite(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * 0;
        }
        return sum == 0;
    }
}
