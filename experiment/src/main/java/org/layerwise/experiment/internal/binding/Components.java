package org.layerwise.experiment.internal.binding;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.Registry;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.OptionalReaders;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.experiment.internal.yaml.ListNode;
import org.layerwise.experiment.internal.yaml.MapNode;
import org.layerwise.experiment.internal.yaml.Node;
import org.layerwise.experiment.internal.yaml.ScalarNode;
import org.layerwise.optimizers.LearningRateSchedule;

/** Makes components: {@code {type: leaky_relu, slope: 0.2}}, or the bare name. */
final class Components {
    private static final String TYPE = "type";

    private final Registry registry;
    private final Binder binder;
    private final Records records;
    private final Problems problems;

    Components(Registry registry, Binder binder, Records records, Problems problems) {
        this.registry = registry;
        this.binder = binder;
        this.records = records;
        this.problems = problems;
    }

    Optional<Object> bind(Class<?> spi, Spot spot) {
        Node node = spot.node();
        if (node instanceof ScalarNode scalar && !scalar.isNothing()) {
            return spi == LearningRateSchedule.class && Scalars.isNumber(scalar)
                    ? constantRate(spot)
                    : make(spi, scalar.text(), spot, spot, new MapNode(node.at(), Map.of()));
        }
        if (node instanceof MapNode map) {
            return fromMap(spi, spot, map);
        }
        String what = node instanceof ListNode ? "a list" : "nothing";
        problems.add(
                spot.place(),
                spot.path(),
                what + " stands here; expected " + Kinds.a(spi) + ", " + Texts.list(known(spi))
                        + ", by name or as {type: …}");
        return Optional.empty();
    }

    private Optional<Object> fromMap(Class<?> spi, Spot spot, MapNode map) {
        MapNode.Entry type = map.entries().get(TYPE);
        if (type == null) {
            missingType(spi, spot, map);
            return Optional.empty();
        }
        if (!(type.value() instanceof ScalarNode name) || name.isNothing()) {
            problems.add(
                    type.place(),
                    spot.child(type).path(),
                    type.value().describe() + " stands here; expected " + Kinds.a(spi) + "'s name, one of "
                            + Texts.list(known(spi)));
            return Optional.empty();
        }
        return make(spi, name.text(), spot, spot.child(type), map.without(TYPE));
    }

    private void missingType(Class<?> spi, Spot spot, MapNode map) {
        Optional<MapNode.Entry> near = map.entries().values().stream()
                .filter(e -> !e.key().isEmpty()
                        && Texts.nearest(e.key(), List.of(TYPE)).isPresent())
                .findFirst();
        if (near.isPresent()) {
            problems.add(
                    near.get().keyAt(),
                    spot.child(near.get()).path(),
                    Texts.quote(near.get().key()) + " is no key of " + Kinds.a(spi) + "; did you mean 'type'?");
        } else {
            problems.add(
                    spot.place(),
                    spot.path(),
                    "type is missing; expected {type: …}, " + Kinds.a(spi) + " of " + Texts.list(known(spi)));
        }
    }

    private Optional<Object> constantRate(Spot spot) {
        Optional<Class<? extends LearningRateSchedule>> constant =
                registry.find(LearningRateSchedule.class, "constant");
        if (constant.isEmpty()) {
            return unknown(LearningRateSchedule.class, "constant", spot);
        }
        RecordShape shape = records.shape(constant.get());
        Object[] values = new Object[shape.options().size()];
        Optional<Object> rate = binder.bind((Type) Double.class, spot);
        try {
            values[0] = rate.orElse(null);
            return rate.map(r -> shape.create(values));
        } catch (IllegalArgumentException e) {
            problems.add(spot.place(), spot.path(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Object> make(Class<?> spi, String name, Spot spot, Spot nameSpot, MapNode options) {
        Optional<? extends Class<?>> component = registry.find(spi, name);
        return component.isEmpty()
                ? unknown(spi, name, nameSpot)
                : records.bind(component.get(), spot, options, name, Set.of(TYPE));
    }

    private Optional<Object> unknown(Class<?> spi, String name, Spot spot) {
        if (spi == DatasetReader.class && !OptionalReaders.advice(name).isEmpty()) {
            problems.add(
                    spot.place(), spot.path(), Texts.quote(name) + " is not installed" + OptionalReaders.advice(name));
            return Optional.empty();
        }
        String known = " is no known " + Kinds.name(spi) + "; " + Texts.suggest(name, known(spi), "expected one of");
        String message = elsewhere(spi, name)
                .map(kind -> " is " + kind + ", not " + Kinds.a(spi) + "; expected one of " + Texts.list(known(spi)))
                .orElse(known);
        problems.add(spot.place(), spot.path(), Texts.quote(name) + message);
        return Optional.empty();
    }

    /** The kind of component that has this name, where it is another one: {@code prelu} is a layer. */
    private Optional<String> elsewhere(Class<?> spi, String name) {
        return registry.kinds().stream()
                .filter(kind -> kind != spi && registry.find(kind, name).isPresent())
                .map(Kinds::a)
                .findFirst();
    }

    private List<String> known(Class<?> spi) {
        return List.copyOf(registry.all(spi).keySet());
    }
}
