package org.layerwise.experiment.internal.codecs;

import java.util.Map;
import java.util.Optional;
import org.layerwise.experiment.BatchSize;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.binding.Schemas;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** A number, or {@code full}. */
final class BatchSizeCodec implements Codec<BatchSize> {
    private static final String FULL = "full";

    @Override
    public Optional<BatchSize> read(Binder binder, Spot spot) {
        if (spot.node() instanceof ScalarNode scalar && !scalar.isNothing()) {
            if (scalar.text().equals(FULL)) {
                return Optional.of(BatchSize.FULL);
            }
            if (!scalar.text().isEmpty() && Character.isLetter(scalar.text().codePointAt(0))) {
                binder.problems()
                        .add(
                                spot.place(),
                                spot.path(),
                                scalar.describe() + " is no batch size; expected a whole number or full");
                return Optional.empty();
            }
        }
        return binder.bind(Integer.class, spot).flatMap(examples -> check(binder, spot, examples));
    }

    private static Optional<BatchSize> check(Binder binder, Spot spot, int examples) {
        try {
            return Optional.of(BatchSize.of(examples));
        } catch (IllegalArgumentException e) {
            binder.problems().add(spot.place(), spot.path(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Schemas.anyOf(Map.of("const", FULL), Map.of("type", "integer"));
    }

    @Override
    public Object write(BatchSize value, Writer writer) {
        return value.isFull() ? FULL : value.examples().getAsInt();
    }
}
