package org.layerwise.experiment.internal.codecs;

import java.util.Map;
import java.util.Optional;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.binding.Schemas;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.sweep.Choice;
import org.layerwise.experiment.internal.yaml.ListNode;

/** A list of values of any kind. */
final class OneOfCodec implements Codec<Choice.OneOf> {
    @Override
    public Optional<Choice.OneOf> read(Binder binder, Spot spot) {
        if (spot.node() instanceof ListNode list && !list.items().isEmpty()) {
            return Optional.of(new Choice.OneOf(list.items()));
        }
        binder.problems()
                .add(
                        spot.place(),
                        spot.path(),
                        spot.node().describe() + " stands here; expected a list of values to try, [2, 4, 8]");
        return Optional.empty();
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Map.of("type", "array", "minItems", 1);
    }

    @Override
    public Object write(Choice.OneOf value, Writer writer) {
        return value.values().stream().map(node -> node.describe()).toList();
    }
}
