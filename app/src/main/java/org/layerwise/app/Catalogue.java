package org.layerwise.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.layerwise.core.Registry;

/** Says what an experiment file may name, from the components themselves. */
final class Catalogue {
    private final Registry registry;
    private final SortedMap<String, Kind> kinds;

    Catalogue(Registry registry) {
        this.registry = registry;
        this.kinds = Kind.in(registry);
    }

    /** Every component by kind, with the jar that brings it. */
    List<String> all() {
        List<List<String>> rows = new ArrayList<>();
        for (Kind kind : kinds.values()) {
            if (!rows.isEmpty()) {
                rows.add(List.of());
            }
            rows.add(List.of(kind.plural() + ":"));
            for (String name : registry.all(kind.spi()).keySet()) {
                rows.add(List.of("  " + name, jarOf(kind, name)));
            }
        }
        return TextTable.lines(rows);
    }

    /**
     * The components of one kind, each with its options and the jar that brings it.
     *
     * @throws InputException if there is no such kind
     */
    List<String> kind(String word) {
        Kind kind = find(word);
        List<List<String>> rows = new ArrayList<>();
        registry.all(kind.spi()).forEach((name, component) -> {
            List<String> options = ComponentOption.of(component).stream()
                    .map(ComponentOption::name)
                    .toList();
            rows.add(List.of(name, jarOf(kind, name), String.join(", ", options)));
        });
        return TextTable.lines(rows);
    }

    /**
     * One component: what it means, its options, where it comes from.
     *
     * @throws InputException if there is no such kind or name
     */
    List<String> component(String word, String name) {
        Kind kind = find(word);
        Class<?> component = registry.all(kind.spi()).get(name);
        if (component == null) {
            throw new InputException("unknown " + kind.singular() + " '" + name + "'; "
                    + String.join(", ", registry.all(kind.spi()).keySet()) + " are known");
        }
        List<String> lines = new ArrayList<>();
        lines.add(kind.singular() + " " + name);
        lines.add("  from " + jarOf(kind, name) + ", " + component.getName());
        List<ComponentOption> options = ComponentOption.of(component);
        lines.add(options.isEmpty() ? "  no options" : "options:");
        lines.addAll(optionTable(options));
        return lines;
    }

    private static List<String> optionTable(List<ComponentOption> options) {
        List<List<String>> rows = new ArrayList<>();
        for (ComponentOption option : options) {
            String presence = option.required()
                    ? "required"
                    : option.defaultValue().map(value -> "default " + value).orElse("optional");
            String aliases = option.aliases().isEmpty() ? "" : "also " + String.join(", ", option.aliases());
            rows.add(List.of("  " + option.name(), option.type(), presence, aliases));
        }
        return TextTable.lines(rows);
    }

    private Kind find(String word) {
        return kinds.values().stream()
                .filter(kind -> kind.isCalled(word))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "unknown kind '" + word + "'; " + String.join(", ", kinds.keySet()) + " are known"));
    }

    private String jarOf(Kind kind, String name) {
        return registry.origin(kind.spi(), name)
                .map(origin -> String.valueOf(Path.of(origin.location()).getFileName()))
                .orElse("");
    }
}
