package org.layerwise.training;

import java.util.List;

/**
 * How the layers of a network were doing at the end of a logged epoch: rows of {@code health.csv}.
 *
 * @param epoch from 0
 * @param step updates done by the end of the epoch
 * @param layers those that have parameters or a watched activation, in forward order
 */
public record HealthRecord(long epoch, long step, List<LayerHealth> layers) {
    /** Copies the list. */
    public HealthRecord {
        layers = List.copyOf(layers);
    }

    /** What looks unhealthy, with what to try; see {@link HealthWarning}. */
    public List<HealthWarning> warnings() {
        return HealthWarning.in(this);
    }
}
