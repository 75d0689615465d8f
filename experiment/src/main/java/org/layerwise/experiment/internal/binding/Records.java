package org.layerwise.experiment.internal.binding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.experiment.internal.yaml.MapNode;

/** Makes a record from a map: every key an option, every required option there. */
final class Records {
    private final Binder binder;
    private final Problems problems;
    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();

    Records(Binder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    RecordShape shape(Class<?> type) {
        return shapes.computeIfAbsent(type, RecordShape::of);
    }

    /** A record that is no component: a section of the file. */
    Optional<Object> bind(Class<?> type, Spot spot) {
        String name = spot.path().isEmpty() ? "the experiment" : spot.path().replaceAll(".*\\.", "");
        if (spot.node() instanceof MapNode map) {
            // What stands beside the experiment in its file is known there too.
            return bind(type, spot, map, name, spot.path().isEmpty() ? Set.of("sweep") : Set.of());
        }
        problems.add(
                spot.place(),
                spot.path(),
                spot.node().describe() + " stands here; expected a map with "
                        + Texts.list(shape(type).names()));
        return Optional.empty();
    }

    /**
     * Binds the map's keys to the record's options.
     *
     * @param name what messages call it, {@code dense}
     * @param others keys that somebody else reads, named in the list of what is expected
     */
    Optional<Object> bind(Class<?> type, Spot spot, MapNode map, String name, Set<String> others) {
        return new RecordBinding(binder, problems, shape(type), spot, name).bind(map, others);
    }
}
