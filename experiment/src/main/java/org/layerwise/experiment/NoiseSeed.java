package org.layerwise.experiment;

/**
 * Where dropout and other noise draw from.
 *
 * @param seed of the noise
 * @param reseed {@code each_step} restarts from the seed at every step, as the course's code does, so that the same units
 *     are dropped; {@code never} goes on; default never
 */
public record NoiseSeed(long seed, Reseed reseed) {
    public NoiseSeed(long seed) {
        this(seed, Reseed.NEVER);
    }

    /** When the generator begins anew. */
    public enum Reseed {
        /** At every step. */
        EACH_STEP,
        /** It goes on. */
        NEVER
    }
}
