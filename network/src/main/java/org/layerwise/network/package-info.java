/**
 * Networks: the contracts of layers and losses, and {@link org.layerwise.network.Network}, which runs them forwards and
 * backwards in buffers of the caller.
 *
 * <pre>{@code
 * Network network = Network.builder(2)
 *         .layer(new Dense(4, new Tanh()))
 *         .layer(new Dense(1, new Sigmoid()))
 *         .loss(new BinaryCrossEntropy())
 *         .random(new Splittable().seeded(1))
 *         .build();
 * Workspace workspace = network.workspace(400);   // fill input() and target()
 * double cost = network.costAndGradients(workspace, step);
 * }</pre>
 */
@NullMarked
package org.layerwise.network;

import org.jspecify.annotations.NullMarked;
