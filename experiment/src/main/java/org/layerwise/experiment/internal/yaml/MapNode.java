package org.layerwise.experiment.internal.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code {a: 1, b: 2}}, in the order of the file. */
public record MapNode(Position at, Map<String, Entry> entries) implements Node {
    public MapNode {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A key with its value. */
    public record Entry(Position keyAt, String key, Node value) {
        /** Where a mistake about the value as a whole is shown: the value, or the key if that is on an earlier line or
         * nothing follows it. */
        public Position place() {
            boolean sameText = value.at().source().label().equals(keyAt.source().label());
            boolean empty = value instanceof ScalarNode scalar
                    && !scalar.isQuoted()
                    && scalar.text().isEmpty();
            return sameText && (empty || value.at().line() > keyAt.line()) ? keyAt : value.at();
        }
    }

    /** The value of a key. */
    public Optional<Node> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** This map without some keys. */
    public MapNode without(String... keys) {
        Map<String, Entry> rest = new LinkedHashMap<>(entries);
        for (String key : keys) {
            rest.remove(key);
        }
        return new MapNode(at, rest);
    }

    /** This map with a key added or replaced in place. */
    public MapNode with(Position keyAt, String key, Node value) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.put(key, new Entry(keyAt, key, value));
        return new MapNode(at, changed);
    }

    @Override
    public String describe() {
        return entries.isEmpty() ? "an empty map" : "a map";
    }
}
