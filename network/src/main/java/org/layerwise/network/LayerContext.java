package org.layerwise.network;

import org.layerwise.core.RandomSource;
import org.layerwise.core.StepRandom;

/**
 * What a layer is given when it is made.
 *
 * @param name the layer's name in messages and saved models, {@code dense_1}
 * @param inputs {@code n[l-1]}
 * @param random the stream for initial weights, already the layer's own
 * @param noise the random numbers of each training step, already the layer's own
 */
public record LayerContext(String name, int inputs, RandomSource random, StepRandom noise) {}
