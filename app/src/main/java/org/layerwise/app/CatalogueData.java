package org.layerwise.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.Registry;

/** What {@link Catalogue} says, as maps and lists for programs. */
final class CatalogueData {
    private final Catalogue catalogue;
    private final Registry registry;

    CatalogueData(Catalogue catalogue, Registry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    /** The components of every kind, by the kind's plural. */
    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        catalogue.kinds().values().forEach(kind -> all.put(kind.plural(), kind(kind)));
        return all;
    }

    /**
     * The components of one kind.
     *
     * @throws InputException if there is no such kind
     */
    List<Object> kind(String word) {
        return kind(catalogue.find(word));
    }

    private List<Object> kind(Kind kind) {
        List<Object> components = new ArrayList<>();
        registry.all(kind.spi()).forEach((name, component) -> components.add(heading(kind, name, component)));
        return components;
    }

    /**
     * One component with its options.
     *
     * @throws InputException if there is no such kind or name
     */
    Map<String, Object> component(String word, String name) {
        Kind kind = catalogue.find(word);
        Class<?> component = catalogue.find(kind, name);
        Map<String, Object> all = heading(kind, name, component);
        Optional<Description> description = Description.of(component);
        description.ifPresent(text -> {
            all.put("description", String.join("\n", text.lines()));
            all.put("formula", text.formula());
            text.paragraph("Source").ifPresent(source -> all.put("source", source));
            text.paragraph("Differs from").ifPresent(others -> all.put("differs_from", others));
        });
        all.put(
                "options",
                ComponentOption.of(component, registry).stream()
                        .map(option -> option(option, description))
                        .toList());
        return all;
    }

    private Map<String, Object> heading(Kind kind, String name, Class<?> component) {
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put("kind", kind.singular());
        heading.put("name", name);
        Description.of(component).ifPresent(text -> heading.put("summary", text.summary()));
        heading.put("class", component.getName());
        registry.origin(kind.spi(), name).ifPresent(origin -> {
            heading.put("plugin", origin.plugin());
            heading.put("location", origin.location());
        });
        return heading;
    }

    private static Map<String, Object> option(ComponentOption option, Optional<Description> description) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", option.name());
        facts.put("type", option.type());
        option.range().ifPresent(range -> facts.put("range", range));
        facts.put("required", option.required());
        option.defaultData().ifPresent(value -> facts.put("default", value));
        if (!option.aliases().isEmpty()) {
            facts.put("aliases", option.aliases());
        }
        description
                .map(text -> text.options().getOrDefault(option.component(), ""))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> facts.put("description", text));
        return facts;
    }
}
