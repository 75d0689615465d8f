package org.layerwise.core;

/**
 * Gives a noise layer its random numbers for one training step.
 *
 * <p>How the stream depends on the step is the experiment's choice ({@code noise:}): an independent stream for each
 * layer and step, one that restarts at every step and is shared by all layers, or one that just goes on. Layers ask
 * in the order of the forward pass.
 */
@FunctionalInterface
public interface StepRandom {
    /** The stream to draw from at this step (updates already done, from 0); does not allocate. */
    RandomSource at(long step);

    /** The numbers of a layer within this one; the same ones unless they begin anew at every call. */
    default StepRandom within(String name) {
        return this;
    }
}
