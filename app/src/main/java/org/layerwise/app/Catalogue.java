package org.layerwise.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.layerwise.core.Registry;

/** Says what an experiment file may name, from the components themselves. */
final class Catalogue {
    private static final int WIDTH = 100;

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
     * The components of one kind, each in a sentence and with the jar that brings it.
     *
     * @throws InputException if there is no such kind
     */
    List<String> kind(String word) {
        Kind kind = find(word);
        List<List<String>> rows = new ArrayList<>();
        registry.all(kind.spi()).forEach((name, component) -> {
            String summary = Description.of(component).map(Description::summary).orElse("");
            rows.add(List.of(name, summary, jarOf(kind, name)));
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
        Class<?> component = find(kind, name);
        Optional<Description> description = Description.of(component);
        List<String> lines = new ArrayList<>();
        lines.add(kind.singular() + " " + name + ", from " + jarOf(kind, name) + " (" + component.getName() + ")");
        description.ifPresent(text -> {
            lines.add("");
            text.lines().forEach(line -> lines.addAll(wrapped(line, "")));
        });
        lines.add("");
        List<ComponentOption> options = ComponentOption.of(component, registry);
        lines.add(options.isEmpty() ? "No options." : "Options:");
        for (ComponentOption option : options) {
            lines.add("  " + heading(option));
            description
                    .map(text -> text.options().getOrDefault(option.component(), ""))
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> lines.addAll(wrapped(text, "      ")));
        }
        return lines;
    }

    /** {@code slope (number, in [0, 1); default 0.01)}. */
    private static String heading(ComponentOption option) {
        List<String> facts = new ArrayList<>(List.of(
                option.type() + option.range().map(range -> ", " + range).orElse("")));
        if (option.required()) {
            facts.add("required");
        }
        option.defaultValue().ifPresent(value -> facts.add("default " + value));
        if (!option.aliases().isEmpty()) {
            facts.add("also " + String.join(", ", option.aliases()));
        }
        return option.name() + " (" + String.join("; ", facts) + ")";
    }

    /** Breaks running text at {@value #WIDTH} columns; formulas stay as they are. */
    private static List<String> wrapped(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        if (text.startsWith("    ")) {
            return List.of(text);
        }
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > WIDTH) {
                lines.add(indent + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(indent + line);
        return lines;
    }

    /** The same as {@link #all}, {@link #kind} and {@link #component}, to be written as JSON. */
    CatalogueData data() {
        return new CatalogueData(this, registry);
    }

    SortedMap<String, Kind> kinds() {
        return kinds;
    }

    /** @throws InputException if there is no component of this name */
    Class<?> find(Kind kind, String name) {
        Collection<String> known = registry.all(kind.spi()).keySet();
        return Optional.<Class<?>>ofNullable(registry.all(kind.spi()).get(name))
                .orElseThrow(() -> new InputException("unknown " + kind.singular() + " '" + name + "'"
                        + Suggestion.of(name, known) + "; " + String.join(", ", known) + " are known"));
    }

    /** @throws InputException if there is no such kind */
    Kind find(String word) {
        return kinds.values().stream()
                .filter(kind -> kind.isCalled(word))
                .findFirst()
                .orElseThrow(() -> new InputException("unknown kind '" + word + "'"
                        + Suggestion.of(word, kinds.keySet()) + "; " + String.join(", ", kinds.keySet())
                        + " are known"));
    }

    /** The name of the jar; a folder of classes with its whole path. */
    String jarOf(Kind kind, String name) {
        return registry.origin(kind.spi(), name)
                .map(Registry.Origin::location)
                .map(location -> location.endsWith(".jar")
                        ? String.valueOf(Path.of(location).getFileName())
                        : location)
                .orElse("");
    }
}
