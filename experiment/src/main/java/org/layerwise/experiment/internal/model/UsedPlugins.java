package org.layerwise.experiment.internal.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.Json;
import tools.jackson.core.JacksonException;

/** The plugins from outside that took part in a run, by its {@code run.json}. */
public final class UsedPlugins {
    private static final String OURS = "org.layerwise.";

    private UsedPlugins() {}

    /** Those that are not at hand now, each with the jar it was in; a manifest that cannot be read says nothing. */
    public static List<String> missing(Path run, Registry registry) {
        Set<String> present = registry.kinds().stream()
                .flatMap(kind -> registry.all(kind).keySet().stream().map(name -> registry.origin(kind, name)))
                .flatMap(origin -> origin.map(Registry.Origin::plugin).stream())
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (Object plugin : plugins(run.resolve("run.json"))) {
            if (plugin instanceof Map<?, ?> entry && entry.get("class") instanceof String type) {
                if (!type.startsWith(OURS) && !present.contains(type)) {
                    missing.add(type + " of " + entry.get("location"));
                }
            }
        }
        return missing;
    }

    private static List<?> plugins(Path manifest) {
        try {
            Object json = Json.read(Files.readString(manifest, StandardCharsets.UTF_8));
            return json instanceof Map<?, ?> map && map.get("plugins") instanceof List<?> plugins ? plugins : List.of();
        } catch (IOException | JacksonException e) {
            return List.of();
        }
    }
}
