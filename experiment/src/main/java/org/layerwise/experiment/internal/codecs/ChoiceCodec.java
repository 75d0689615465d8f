package org.layerwise.experiment.internal.codecs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.binding.Schemas;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.sweep.Choice;
import org.layerwise.experiment.internal.yaml.MapNode;
import org.layerwise.experiment.internal.yaml.Node;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** A list of values, or {@code {min: 1e-4, max: 1, scale: log}}. */
final class ChoiceCodec implements Codec<Choice> {
    private static final List<String> KEYS = List.of("min", "max", "scale");

    @Override
    public Optional<Choice> read(Binder binder, Spot spot) {
        if (!(spot.node() instanceof MapNode map)) {
            return new OneOfCodec().read(binder, spot).map(list -> list);
        }
        boolean sound = true;
        for (MapNode.Entry entry : map.entries().values()) {
            if (!KEYS.contains(entry.key())) {
                sound = false;
                binder.problems()
                        .add(
                                entry.keyAt(),
                                spot.child(entry).path(),
                                Texts.quote(entry.key()) + " is no key of a range; "
                                        + Texts.suggest(entry.key(), KEYS, "expected one of"));
            }
        }
        Optional<Double> min = value(binder, spot, map, "min", Double.class);
        Optional<Double> max = value(binder, spot, map, "max", Double.class);
        boolean scaled = map.entries().containsKey("scale");
        Optional<Choice.Scale> scale =
                scaled ? value(binder, spot, map, "scale", Choice.Scale.class) : Optional.of(Choice.Scale.LINEAR);
        return sound && min.isPresent() && max.isPresent() && scale.isPresent()
                ? range(binder, spot, scale.get(), min.get(), max.get(), map)
                : Optional.empty();
    }

    private static <T> Optional<T> value(Binder binder, Spot spot, MapNode map, String key, Class<T> type) {
        MapNode.Entry entry = map.entries().get(key);
        if (entry == null) {
            binder.problems()
                    .add(
                            spot.place(),
                            spot.path(),
                            key + " is missing; expected {min: …, max: …}, or a list of values");
            return Optional.empty();
        }
        return binder.bind(type, spot.child(entry));
    }

    private static Optional<Choice> range(
            Binder binder, Spot spot, Choice.Scale scale, double min, double max, MapNode map) {
        try {
            boolean whole = isWhole(map.get("min")) && isWhole(map.get("max"));
            return Optional.of(
                    new Choice.Range(min, max, scale, whole, spot.node().at()));
        } catch (IllegalArgumentException e) {
            binder.problems().add(spot.place(), spot.path(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean isWhole(Optional<Node> node) {
        return node.filter(n -> n instanceof ScalarNode scalar && scalar.text().matches("[-+]?[0-9]{1,15}"))
                .isPresent();
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Schemas.anyOf(
                schemas.of(Choice.OneOf.class),
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of(
                                "min",
                                schemas.of(Double.class),
                                "max",
                                schemas.of(Double.class),
                                "scale",
                                schemas.of(Choice.Scale.class)),
                        "required",
                        List.of("min", "max"),
                        "additionalProperties",
                        false));
    }

    @Override
    public Object write(Choice value, Writer writer) {
        return value instanceof Choice.Range range
                ? Map.of("min", range.min(), "max", range.max())
                : value.samples().stream().map(Node::describe).toList();
    }
}
