package org.layerwise.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lets each kind of warning through once for each layer, so that a long run does not repeat itself. */
public final class NewWarnings {
    private final Set<List<Object>> known = new HashSet<>();

    /** None is known yet. */
    public NewWarnings() {}

    /** The warnings of a record whose kind and layer were not among those of an earlier one. */
    public List<HealthWarning> in(HealthRecord health) {
        return health.warnings().stream()
                .filter(warning -> known.add(List.of(warning.kind(), warning.layer())))
                .toList();
    }
}
