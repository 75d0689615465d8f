package org.layerwise.experiment.internal.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.transforms.FittedClip;
import org.layerwise.dataio.transforms.FittedDrop;
import org.layerwise.dataio.transforms.FittedDropConstant;
import org.layerwise.dataio.transforms.FittedImpute;
import org.layerwise.dataio.transforms.FittedLog;
import org.layerwise.dataio.transforms.FittedMinMax;
import org.layerwise.dataio.transforms.FittedOneHot;
import org.layerwise.dataio.transforms.FittedOrdinal;
import org.layerwise.dataio.transforms.FittedPower;
import org.layerwise.dataio.transforms.FittedRobust;
import org.layerwise.dataio.transforms.FittedStandardize;

/** Columns of the training data that nothing looks at before they are left out: new data need not have them. */
final class DroppedFeatures {
    private DroppedFeatures() {}

    /** Their names. */
    static Set<String> of(List<Transform.Fitted> transforms) {
        Set<String> dropped = new HashSet<>();
        Set<String> lookedAt = new HashSet<>();
        for (Transform.Fitted transform : transforms) {
            Optional<? extends Collection<String>> leaves = dropped(transform);
            Optional<? extends Collection<String>> reads =
                    leaves.isPresent() ? Optional.of(List.of()) : read(transform);
            if (reads.isEmpty()) {
                break;
            }
            leaves.ifPresent(names ->
                    names.stream().filter(name -> !lookedAt.contains(name)).forEach(dropped::add));
            lookedAt.addAll(reads.get());
        }
        return dropped;
    }

    private static Optional<? extends Collection<String>> dropped(Transform.Fitted transform) {
        if (transform instanceof FittedDrop drop) {
            return Optional.of(drop.columns());
        }
        return transform instanceof FittedDropConstant drop ? Optional.of(drop.columns()) : Optional.empty();
    }

    /** The columns that a transform reads or replaces, where it tells them. */
    private static Optional<? extends Collection<String>> read(Transform.Fitted transform) {
        if (transform instanceof FittedImpute impute) {
            return Optional.of(impute.values().keySet());
        }
        if (transform instanceof FittedOneHot oneHot) {
            return Optional.of(oneHot.categories().keySet());
        }
        if (transform instanceof FittedOrdinal ordinal) {
            return Optional.of(ordinal.categories().keySet());
        }
        return columns(transform);
    }

    private static Optional<List<String>> columns(Transform.Fitted transform) {
        if (transform instanceof FittedStandardize standardize) {
            return Optional.of(standardize.columns());
        }
        if (transform instanceof FittedMinMax minMax) {
            return Optional.of(minMax.columns());
        }
        if (transform instanceof FittedRobust robust) {
            return Optional.of(robust.columns());
        }
        if (transform instanceof FittedPower power) {
            return Optional.of(power.columns());
        }
        if (transform instanceof FittedLog log) {
            return Optional.of(log.columns());
        }
        return transform instanceof FittedClip clip ? Optional.of(clip.columns()) : Optional.empty();
    }
}
