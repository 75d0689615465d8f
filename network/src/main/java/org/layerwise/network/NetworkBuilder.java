package org.layerwise.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.layerwise.core.RandomSource;
import org.layerwise.core.ShapeException;
import org.layerwise.core.StepRandom;

/**
 * Puts a {@link Network} together.
 *
 * <pre>{@code
 * Network network = Network.builder(2)
 *         .layer(new Dense(4, new Tanh()))
 *         .layer(new Dense(1, new Sigmoid()))
 *         .loss(new BinaryCrossEntropy())
 *         .random(new Splittable().seeded(1))
 *         .build();
 * }</pre>
 */
public final class NetworkBuilder {
    private record Named(String type, LayerSpec spec) {}

    private final int inputs;
    private final List<Named> specs = new ArrayList<>();
    private Function<LayerSpec, String> types = LayerContext::classNameOf;
    private LayerDefaults defaults = new LayerDefaults();
    private Optional<Loss> loss = Optional.empty();
    private Optional<RandomSource> random = Optional.empty();
    private Optional<IntFunction<StepRandom>> noise = Optional.empty();
    private Precision precision = Precision.DOUBLE;

    NetworkBuilder(int inputs) {
        if (inputs < 1) {
            throw new ShapeException("a network needs at least 1 feature, got " + inputs);
        }
        this.inputs = inputs;
    }

    /** Adds a layer; its type is its class's name in snake_case: {@code Dense} becomes {@code dense_1}. */
    public NetworkBuilder layer(LayerSpec spec) {
        return layer(LayerContext.classNameOf(spec), spec);
    }

    /** Adds a layer under the name of its type: {@code dense} as the first layer becomes {@code dense_1}. */
    public NetworkBuilder layer(String type, LayerSpec spec) {
        specs.add(new Named(type, spec));
        return this;
    }

    /** What types of layers are called within other layers; without this call, like their classes. */
    public NetworkBuilder typeNames(Function<LayerSpec, String> names) {
        types = names;
        return this;
    }

    /** What layers leave open; every layer's own choice wins. */
    public NetworkBuilder defaults(LayerDefaults defaults) {
        this.defaults = defaults;
        return this;
    }

    /** The loss; required. */
    public NetworkBuilder loss(Loss loss) {
        this.loss = Optional.of(loss);
        return this;
    }

    /** Where initial weights come from; layer k draws from {@code random.stream("init/layer-k")}. Required. */
    public NetworkBuilder random(RandomSource random) {
        this.random = Optional.of(random);
        return this;
    }

    /**
     * The noise of each layer, counted from 1. Without this call layer k draws from {@code
     * random.stream("dropout/layer-k")}, which begins anew at every step, or, where all streams are one, from that.
     */
    public NetworkBuilder noise(IntFunction<StepRandom> noise) {
        this.noise = Optional.of(noise);
        return this;
    }

    /** How the products of training steps are computed; without this call in double precision. */
    public NetworkBuilder precision(Precision precision) {
        this.precision = precision;
        return this;
    }

    /**
     * Makes the layers and draws their weights, layer by layer in forward order.
     *
     * @throws IllegalStateException if layers, loss or random are missing
     * @throws ShapeException if a layer cannot take what comes in
     */
    public Network build() {
        Loss end = loss.orElseThrow(() -> new IllegalStateException("a network needs a loss: call loss(…)"));
        RandomSource source =
                random.orElseThrow(() -> new IllegalStateException("a network needs random numbers: call random(…)"));
        if (specs.isEmpty()) {
            throw new IllegalStateException("a network needs at least one layer: call layer(…)");
        }
        List<NetworkLayer> layers = new ArrayList<>();
        int width = inputs;
        for (int k = 1; k <= specs.size(); k++) {
            NetworkLayer layer = create(k, width, source);
            layers.add(layer);
            width = layer.outputs();
        }
        return new Network(inputs, layers, end, precision);
    }

    private NetworkLayer create(int k, int width, RandomSource source) {
        Named named = specs.get(k - 1);
        LayerSpec spec = named.spec().withDefaults(defaults);
        StepRandom step = noise.map(of -> of.apply(k)).orElseGet(() -> new DefaultNoise(source, k));
        String name = named.type() + "_" + k;
        int outputs = spec.outputs(width);
        LayerContext context = new LayerContext(name, width, source.stream("init/layer-" + k), step, types, precision);
        return new NetworkLayer(name, spec, width, outputs, spec.create(context));
    }
}
