package org.layerwise.experiment.internal.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.Texts;

/**
 * Puts {@code path.to.key=value} into a tree: {@code network.layers[0].units=7}.
 *
 * <p>The value is YAML. Sections on the way are made when absent; a component that is a bare name gets a type. Mistakes
 * are located in the override, as {@code --set path}.
 */
public final class Overrides {
    private static final Pattern PATH = Pattern.compile("[^.\\[\\]=\\s]+(?:\\[[0-9]{1,9}]|\\.[^.\\[\\]=\\s]+)*");
    private static final Pattern SEGMENT = Pattern.compile("\\[([0-9]+)]|[^.\\[\\]]+");

    private final Problems problems;

    private Overrides(Problems problems) {
        this.problems = problems;
    }

    /** The tree with all overrides, in order; those that are wrong are left out and among the problems. */
    public static Node apply(Node root, List<String> overrides, Problems problems) {
        Node tree = root;
        for (String override : overrides) {
            tree = new Overrides(problems).apply(tree, override);
        }
        return tree;
    }

    /** Whether this can lead to a value: {@code network.layers[0].units}. */
    public static boolean isPath(String path) {
        return PATH.matcher(path).matches();
    }

    /** The tree with another value at a path; mistakes are located at the value. */
    public static Node set(Node root, String path, Node value, Problems problems) {
        return new Overrides(problems).set(root, segments(path), 0, value, path);
    }

    private Node apply(Node root, String override) {
        int equals = override.indexOf('=');
        String path = equals < 0 ? override : override.substring(0, equals);
        if (equals < 0 || !PATH.matcher(path).matches()) {
            Position at = Source.of("--set", override).start();
            problems.add(
                    at,
                    "",
                    Texts.quote(override) + " is no override; expected path.to.key=value, "
                            + "for instance network.layers[0].units=7");
            return root;
        }
        String value = override.substring(equals + 1);
        Source source = Source.of("--set " + path, value);
        Optional<Node> parsed = YamlReader.parse(source, value, problems, path);
        return parsed.map(node -> set(root, segments(path), 0, node, path)).orElse(root);
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        Matcher matcher = SEGMENT.matcher(path);
        while (matcher.find()) {
            segments.add(matcher.group(1) == null ? matcher.group() : "[" + matcher.group(1));
        }
        return segments;
    }

    private Node set(Node node, List<String> segments, int depth, Node value, String path) {
        if (depth == segments.size()) {
            return value;
        }
        String segment = segments.get(depth);
        return segment.startsWith("[")
                ? setItem(node, Integer.parseInt(segment.substring(1)), segments, depth, value, path)
                : setKey(node, segment, segments, depth, value, path);
    }

    private Node setItem(Node node, int index, List<String> segments, int depth, Node value, String path) {
        if (!(node instanceof ListNode list)) {
            problems.add(
                    value.at(),
                    path,
                    before(segments, depth) + " is " + node.describe() + "; expected a list before [" + index + "]");
            return node;
        }
        if (index >= list.items().size()) {
            problems.add(
                    value.at(),
                    path,
                    before(segments, depth) + " has "
                            + Texts.count(list.items().size(), "item", "items") + ", there is no [" + index
                            + "]; expected an index below " + list.items().size());
            return node;
        }
        List<Node> items = new ArrayList<>(list.items());
        items.set(index, set(items.get(index), segments, depth + 1, value, path));
        return new ListNode(list.at(), items);
    }

    private Node setKey(Node node, String key, List<String> segments, int depth, Node value, String path) {
        if (node instanceof ListNode) {
            problems.add(
                    value.at(),
                    path,
                    before(segments, depth) + " is a list; expected an index, " + before(segments, depth) + "[0]."
                            + key);
            return node;
        }
        MapNode map = asMap(node);
        MapNode.Entry old = map.entries().get(key);
        Node below = old == null ? new MapNode(value.at(), Map.of()) : old.value();
        // A value from elsewhere in the same file is not to be shown at the key that it is put to.
        boolean moved = depth + 1 == segments.size()
                && old != null
                && value.at().source().equals(old.keyAt().source());
        return map.with(
                old == null || moved ? value.at() : old.keyAt(), key, set(below, segments, depth + 1, value, path));
    }

    /** A bare name is a component of that type with every default. */
    private static MapNode asMap(Node node) {
        if (node instanceof MapNode map) {
            return map;
        }
        MapNode empty = new MapNode(node.at(), Map.of());
        return node instanceof ScalarNode scalar && !scalar.isNothing() ? empty.with(node.at(), "type", scalar) : empty;
    }

    private static String before(List<String> segments, int depth) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments.subList(0, depth)) {
            path.append(segment.startsWith("[") ? segment + "]" : path.isEmpty() ? segment : "." + segment);
        }
        return path.isEmpty() ? "the file" : path.toString();
    }
}
