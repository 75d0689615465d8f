package org.layerwise.network;

import java.util.Locale;
import java.util.function.Function;
import org.layerwise.core.RandomSource;
import org.layerwise.core.StepRandom;

/**
 * What a layer is given when it is made.
 *
 * @param name the layer's name in messages and saved models, {@code dense_1}
 * @param inputs {@code n[l-1]}
 * @param random the stream for initial weights, already the layer's own
 * @param noise the random numbers of each training step, already the layer's own
 * @param types what types of layers are called, for the names of layers within this one
 * @param precision of the products in training steps
 */
public record LayerContext(
        String name,
        int inputs,
        RandomSource random,
        StepRandom noise,
        Function<LayerSpec, String> types,
        Precision precision) {
    /** With products in double precision. */
    public LayerContext(
            String name, int inputs, RandomSource random, StepRandom noise, Function<LayerSpec, String> types) {
        this(name, inputs, random, noise, types, Precision.DOUBLE);
    }

    /** Types are called like their classes. */
    public LayerContext(String name, int inputs, RandomSource random, StepRandom noise) {
        this(name, inputs, random, noise, LayerContext::classNameOf);
    }

    /** What the k-th layer within this one is given, from 1: {@code residual_2.dense_1}. */
    public LayerContext within(LayerSpec spec, int k, int width) {
        String inner = types.apply(spec) + "_" + k;
        return new LayerContext(
                name + "." + inner, width, random.stream("layer-" + k), noise.within("layer-" + k), types, precision);
    }

    /** The class's name in snake_case. */
    static String classNameOf(LayerSpec spec) {
        return spec.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
