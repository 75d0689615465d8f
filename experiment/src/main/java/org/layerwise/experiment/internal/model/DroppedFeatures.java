package org.layerwise.experiment.internal.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.dataio.Transform;

/** Columns of the training data that nothing looks at before they are left out: new data need not have them. */
final class DroppedFeatures {
    private DroppedFeatures() {}

    /** Their names. */
    static Set<String> of(List<Transform.Fitted> transforms) {
        Set<String> dropped = new HashSet<>();
        Set<String> lookedAt = new HashSet<>();
        for (Transform.Fitted transform : transforms) {
            Optional<Set<String>> reads = transform.reads();
            if (reads.isEmpty()) {
                break;
            }
            lookedAt.addAll(reads.get());
            transform.drops().stream().filter(name -> !lookedAt.contains(name)).forEach(dropped::add);
        }
        return dropped;
    }
}
