package org.layerwise.experiment.internal.checkpoint;

import org.layerwise.experiment.internal.Sha256;

/**
 * What a checkpoint is of: two of them agree only where every bit of a state has the same meaning.
 *
 * @param network of the layers and the loss
 * @param experiment of everything else that may not change while a run goes on
 */
public record Fingerprint(String network, String experiment) {
    /** Of these settings, as texts. */
    public static Fingerprint of(String network, String experiment) {
        return new Fingerprint(Sha256.of(network), Sha256.of(experiment));
    }
}
