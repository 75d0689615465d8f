package org.layerwise.experiment.internal.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerwise.dataio.BinaryTargets;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.NumericTargets;
import org.layerwise.dataio.OneHotTargets;
import org.layerwise.dataio.TargetEncoding;

/**
 * What the outputs of a model mean.
 *
 * @param kind how targets are encoded
 * @param names by target column: its classes in order, none for regression
 */
public record SavedTargets(Kind kind, Map<String, List<String>> names) {
    /** How targets are encoded. */
    public enum Kind {
        /** One output for each column; the second of its two classes is 1. */
        BINARY,
        /** One output for each class. */
        ONE_HOT,
        /** One output for each class, from columns that are so already. */
        ENCODED,
        /** Numbers. */
        NUMERIC
    }

    static SavedTargets of(TargetEncoding encoding) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        if (encoding instanceof BinaryTargets binary) {
            binary.classes().forEach(classes -> names.put(classes.column(), classes.names()));
            return new SavedTargets(Kind.BINARY, names);
        }
        if (encoding instanceof OneHotTargets oneHot) {
            names.put(oneHot.classes().column(), oneHot.classes().names());
            return new SavedTargets(oneHot.encoded() ? Kind.ENCODED : Kind.ONE_HOT, names);
        }
        encoding.names().forEach(name -> names.put(name, List.of()));
        return new SavedTargets(Kind.NUMERIC, names);
    }

    /** The encoding that this describes. */
    TargetEncoding encoding() {
        List<Classes> classes = names.entrySet().stream()
                .map(entry -> new Classes(entry.getKey(), entry.getValue()))
                .toList();
        return switch (kind) {
            case BINARY -> new BinaryTargets(classes);
            case ONE_HOT -> new OneHotTargets(classes.get(0), false);
            case ENCODED -> new OneHotTargets(classes.get(0), true);
            case NUMERIC -> new NumericTargets(List.copyOf(names.keySet()));
        };
    }
}
