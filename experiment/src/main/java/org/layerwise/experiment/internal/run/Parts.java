package org.layerwise.experiment.internal.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.layerwise.dataio.Dataset;

/** The parts of the data by name, in order: {@code train}, {@code dev}, {@code test}. */
record Parts(Map<String, Dataset> byName) {
    static final String TRAIN = "train";
    static final String DEV = "dev";
    static final String TEST = "test";

    Parts {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    Dataset train() {
        return Optional.ofNullable(byName.get(TRAIN)).orElseThrow();
    }

    Optional<Dataset> part(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Parts map(UnaryOperator<Dataset> change) {
        Map<String, Dataset> changed = new LinkedHashMap<>();
        byName.forEach((name, part) -> changed.put(name, change.apply(part)));
        return new Parts(changed);
    }
}
