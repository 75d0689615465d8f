package org.layerwise.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerwise.network.Network;
import org.layerwise.network.NetworkLayer;
import org.layerwise.network.Workspace;

/**
 * Watches the layers of a network: the last update of a logged epoch, and the training examples as they are measured at
 * its end. It only reads, so training ends in the same bits with it; what it needs is allocated here.
 */
final class Health {
    private final List<WatchedLayer> watched = new ArrayList<>();
    private boolean hasUpdate;

    Health(Network network) {
        for (NetworkLayer layer : network.layers()) {
            WatchedLayer one = new WatchedLayer(layer);
            if (one.isWorthIt()) {
                watched.add(one);
            }
        }
    }

    /** Looks at gradients and parameters; allocates nothing. */
    void beforeUpdate() {
        for (int i = 0; i < watched.size(); i++) {
            watched.get(i).beforeUpdate();
        }
    }

    /** Looks at what the update changed; allocates nothing. */
    void afterUpdate() {
        for (int i = 0; i < watched.size(); i++) {
            watched.get(i).afterUpdate();
        }
        hasUpdate = true;
    }

    /** Forgets the units of earlier measurements. */
    void beginMeasuring() {
        watched.forEach(WatchedLayer::beginMeasuring);
    }

    /** Takes in a chunk of training examples after their forward pass. */
    void measured(Workspace workspace) {
        watched.forEach(layer -> layer.measured(workspace));
    }

    /** What was seen since the last record; empty where the epoch's last update was not looked at. */
    Optional<HealthRecord> take(long epoch, long step) {
        if (!hasUpdate) {
            return Optional.empty();
        }
        hasUpdate = false;
        return Optional.of(new HealthRecord(
                epoch, step, watched.stream().map(WatchedLayer::health).toList()));
    }
}
