package org.layerwise.network.layers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Linear;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.initializers.Fan;
import org.layerwise.initializers.Initializer;
import org.layerwise.initializers.XavierUniform;
import org.layerwise.initializers.Zeros;
import org.layerwise.network.Constrained;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerDefaults;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.Penalty;
import org.layerwise.network.internal.ActivationLayer;
import org.layerwise.network.internal.ActivityLayer;
import org.layerwise.network.internal.LinearLayer;
import org.layerwise.network.internal.WeightNoise;
import org.layerwise.regularizers.Constraint;
import org.layerwise.regularizers.Noise;
import org.layerwise.regularizers.Regularizer;

/**
 * A fully connected layer.
 *
 * <pre>{@code
 * Z = W A_prev + b,  A = g(Z)
 * dW = 1/m dZ A_prevᵀ,  db = 1/m Σ dZ,  dA_prev = Wᵀ dZ
 * }</pre>
 *
 * <p>Shapes: W is (units, inputs), b is (units, 1).
 * <p>What is left open is taken from the network's defaults; where they say nothing either, the activation is
 * {@code linear}, the initializer {@code xavier_uniform}, the biases are zeros, and nothing is regularized.
 * <p>Source: Keras, {@code Dense}, whose defaults these are.
 * <p>After each update the weights are moved to what {@code constraint} allows. {@code weight_noise}, {@code
 * drop_connect} for instance, changes W while training, once for each batch; {@code activity_regularizer} puts a penalty
 * on A, {@code penalty(A, m)}, like the layer {@code activity}.
 * <p>Differs from: PyTorch's {@code Linear}, which draws weights and biases from U(−1/√inputs, 1/√inputs).
 *
 * @param units rows of the output, at least 1
 * @param activation g; default the network's, else {@code linear}
 * @param initializer of W; default the network's, else {@code xavier_uniform}
 * @param regularizer of W; default the network's, else none
 * @param useBias whether there is a b; default true
 * @param biasInitializer of b; default {@code zeros}
 * @param biasRegularizer of b; default none
 * @param constraint what W must satisfy after each update; default the network's, else nothing
 * @param biasConstraint what b must satisfy after each update; default nothing
 * @param activityRegularizer the penalty on A; default none
 * @param weightNoise noise on W while training; default none
 * @param trainable whether training changes the layer's parameters; default true
 * @param learningRateFactor what the learning rate is multiplied by for this layer, at least 0; default 1
 */
public record Dense(
        int units,
        Optional<Activation> activation,
        @Alias("kernel_initializer") Optional<Initializer> initializer,
        @Alias("kernel_regularizer") Optional<Regularizer> regularizer,
        boolean useBias,
        Optional<Initializer> biasInitializer,
        Optional<Regularizer> biasRegularizer,
        @Alias("kernel_constraint") Optional<Constraint> constraint,
        Optional<Constraint> biasConstraint,
        Optional<Regularizer> activityRegularizer,
        Optional<Noise> weightNoise,
        boolean trainable,

        @Alias({"lr_factor", "learning_rate_multiplier", "lr_multiplier"})
        double learningRateFactor)
        implements LayerSpec {
    /** A layer that leaves everything else to the network's defaults. */
    public Dense(int units) {
        this(units, Optional.empty());
    }

    /** A layer with this activation. */
    public Dense(int units, Activation activation) {
        this(units, Optional.of(activation));
    }

    private Dense(int units, Optional<Activation> activation) {
        this(
                units,
                activation,
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                1);
    }

    /** @throws org.layerwise.core.OptionException if units is below 1 or the factor out of range */
    public Dense {
        require(units >= 1, "units", units, ">= 1");
        requireNonNegative("learning_rate_factor", learningRateFactor);
    }

    /** The same layer with its weights drawn by this initializer. */
    public Dense withInitializer(Initializer other) {
        return with(draft -> draft.initializer = Optional.of(other));
    }

    /** The same layer with this penalty on its weights. */
    public Dense withRegularizer(Regularizer other) {
        return with(draft -> draft.regularizer = Optional.of(other));
    }

    /** The same layer with this constraint on its weights. */
    public Dense withConstraint(Constraint other) {
        return with(draft -> draft.constraint = Optional.of(other));
    }

    /** The same layer with this penalty on its activations. */
    public Dense withActivityRegularizer(Regularizer other) {
        return with(draft -> draft.activityRegularizer = Optional.of(other));
    }

    /** The same layer with this noise on its weights. */
    public Dense withWeightNoise(Noise other) {
        return with(draft -> draft.weightNoise = Optional.of(other));
    }

    /** The same layer with its parameters left as they are by training. */
    public Dense frozen() {
        return with(draft -> draft.trainable = false);
    }

    /** The same layer with its learning rate multiplied by this. */
    public Dense withLearningRateFactor(double factor) {
        return with(draft -> draft.learningRateFactor = factor);
    }

    /** The same layer without b: {@code Z = W A_prev}. */
    public Dense withoutBias() {
        return with(draft -> draft.useBias = false);
    }

    @Override
    public int outputs(int inputs) {
        return units;
    }

    @Override
    public Dense withDefaults(LayerDefaults defaults) {
        return with(draft -> {
            draft.activation = activation.or(defaults::activation).or(() -> Optional.of(new Linear()));
            draft.initializer = initializer.or(defaults::initializer).or(() -> Optional.of(new XavierUniform()));
            draft.regularizer = regularizer.or(defaults::regularizer);
            draft.biasInitializer = biasInitializer.or(() -> Optional.of(new Zeros()));
            draft.constraint = constraint.or(defaults::constraint);
        });
    }

    private Dense with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.dense();
    }

    @Override
    public List<Layer> create(LayerContext context) {
        List<Layer> layers = new ArrayList<>();
        layers.add(linear(context));
        activation.filter(g -> !(g instanceof Linear)).ifPresent(g -> layers.add(new ActivationLayer(g)));
        activityRegularizer.ifPresent(penalty -> layers.add(new ActivityLayer(penalty)));
        return List.copyOf(layers);
    }

    private Layer linear(LayerContext context) {
        Fan fan = new Fan(context.inputs(), units);
        DenseMatrix w = new DenseMatrix(units, context.inputs());
        initializer.orElseGet(XavierUniform::new).initialize(w, fan, context.random());
        Parameter weights = Parameter.of(context.name() + ".W", w);
        Optional<Parameter> bias = useBias ? Optional.of(bias(context, fan)) : Optional.empty();
        List<Penalty> penalties = new ArrayList<>();
        regularizer.ifPresent(on -> penalties.add(new Penalty(weights, on)));
        bias.ifPresent(b -> biasRegularizer.ifPresent(on -> penalties.add(new Penalty(b, on))));
        List<Constrained> constraints = new ArrayList<>();
        constraint.ifPresent(on -> constraints.add(new Constrained(weights, on)));
        bias.ifPresent(b -> biasConstraint.ifPresent(on -> constraints.add(new Constrained(b, on))));
        Optional<WeightNoise> noise = weightNoise.map(on -> new WeightNoise(on, context.noise(), w));
        return new LinearLayer(context.name(), weights, bias, penalties, constraints, noise, context.precision());
    }

    private Parameter bias(LayerContext context, Fan fan) {
        DenseMatrix b = new DenseMatrix(units, 1);
        biasInitializer.orElseGet(Zeros::new).initialize(b, fan, context.random());
        return Parameter.of(context.name() + ".b", b);
    }

    /** A copy of a layer in which some options can be changed. */
    private static final class Draft {
        private final Dense from;
        private Optional<Activation> activation;
        private Optional<Initializer> initializer;
        private Optional<Regularizer> regularizer;
        private boolean useBias;
        private Optional<Initializer> biasInitializer;
        private Optional<Constraint> constraint;
        private Optional<Regularizer> activityRegularizer;
        private Optional<Noise> weightNoise;
        private boolean trainable;
        private double learningRateFactor;

        private Draft(Dense from) {
            this.from = from;
            this.activation = from.activation;
            this.initializer = from.initializer;
            this.regularizer = from.regularizer;
            this.useBias = from.useBias;
            this.biasInitializer = from.biasInitializer;
            this.constraint = from.constraint;
            this.activityRegularizer = from.activityRegularizer;
            this.weightNoise = from.weightNoise;
            this.trainable = from.trainable;
            this.learningRateFactor = from.learningRateFactor;
        }

        private Dense dense() {
            return new Dense(
                    from.units,
                    activation,
                    initializer,
                    regularizer,
                    useBias,
                    biasInitializer,
                    from.biasRegularizer,
                    constraint,
                    from.biasConstraint,
                    activityRegularizer,
                    weightNoise,
                    trainable,
                    learningRateFactor);
        }
    }
}
