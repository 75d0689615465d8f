package org.layerwise.experiment.internal.codecs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.binding.Schemas;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.yaml.MapNode;
import org.layerwise.experiment.internal.yaml.ScalarNode;
import org.layerwise.training.ClassWeights;

/** {@code balanced}, or {@code {cat: 2, dog: 1}}. */
final class ClassWeightsCodec implements Codec<ClassWeights> {
    private static final String BALANCED = "balanced";

    @Override
    public Optional<ClassWeights> read(Binder binder, Spot spot) {
        if (spot.node() instanceof ScalarNode scalar && scalar.text().equals(BALANCED)) {
            return Optional.of(new ClassWeights.Balanced());
        }
        if (spot.node() instanceof MapNode map) {
            return given(binder, spot, map);
        }
        binder.problems()
                .add(
                        spot.place(),
                        spot.path(),
                        spot.node().describe() + " stands here; expected balanced, or a weight for each class by name");
        return Optional.empty();
    }

    private static Optional<ClassWeights> given(Binder binder, Spot spot, MapNode map) {
        Map<String, Double> weights = new HashMap<>();
        for (MapNode.Entry entry : map.entries().values()) {
            Spot value = spot.child(entry);
            binder.bind(Double.class, value).ifPresent(weight -> weights.put(entry.key(), weight));
        }
        try {
            return weights.size() == map.entries().size()
                    ? Optional.of(new ClassWeights.Given(weights))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            binder.problems().add(spot.place(), spot.path(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Schemas.anyOf(
                Map.of("const", BALANCED), Map.of("type", "object", "additionalProperties", schemas.of(Double.class)));
    }

    @Override
    public Object write(ClassWeights value, Writer writer) {
        return value instanceof ClassWeights.Given given ? new TreeMap<>(given.weights()) : BALANCED;
    }
}
