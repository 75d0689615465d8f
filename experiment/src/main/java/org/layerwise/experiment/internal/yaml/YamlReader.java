package org.layerwise.experiment.internal.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Builds the located tree of one YAML document.
 *
 * <p>Aliases, anchors, tags, duplicate keys, a second document and deep nesting are mistakes that leave a tree to go
 * on with; malformed YAML leaves none. Anchors, tags and quotes are told by the character at a token's place, which
 * is reliable where the parser's own flags are not.
 */
public final class YamlReader {
    private static final int DEEPEST = 64;

    private final Source source;
    private final int[] characters;
    private final Problems problems;
    private final String path;
    private int depth;

    private YamlReader(Source source, String text, Problems problems, String path) {
        this.source = source;
        this.characters = text.codePoints().toArray();
        this.problems = problems;
        this.path = path;
    }

    /** The tree of a file; empty when there is none. */
    public static Optional<Node> read(Path file, String label, Problems problems) {
        return YamlText.read(file, label, problems).flatMap(text -> parse(Source.of(label, text), text, problems, ""));
    }

    /** The tree of a text whose lines are the source's; empty when there is none. */
    public static Optional<Node> parse(Source source, String text, Problems problems, String path) {
        if (!Preamble.isFine(source, text, problems, path)) {
            return Optional.empty();
        }
        return new YamlReader(source, text, problems, path).document(text);
    }

    private Optional<Node> document(String text) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), new WholeCharacters(text))) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.add(source.start(), path, "nothing stands here; expected keys such as name, data, network");
                return Optional.empty();
            }
            Node root = node(parser, first);
            if (parser.nextToken() != null) {
                problems.add(at(parser), path, "a second document begins here; expected one document");
            }
            return Optional.of(root);
        } catch (JacksonException e) {
            Malformed.report(e, source, problems, path);
            return Optional.empty();
        } catch (TooDeep e) {
            problems.add(e.at, path, "more than " + DEEPEST + " levels; expected at most " + DEEPEST);
            return Optional.empty();
        }
    }

    /** @param token what stands here; null where a tag promises a number that the parser does not find */
    private Node node(JsonParser parser, @Nullable JsonToken token) {
        Position at = at(parser);
        inspect(parser, at);
        if (token == null) {
            return new ScalarNode(at, "", ScalarNode.Style.PLAIN);
        }
        return switch (token) {
            case START_OBJECT -> map(parser, at);
            case START_ARRAY -> list(parser, at);
            default -> new ScalarNode(at, scalarText(parser), style(parser));
        };
    }

    private static String scalarText(JsonParser parser) {
        String text = parser.getString();
        return text == null ? "" : text;
    }

    private ScalarNode.Style style(JsonParser parser) {
        int c = character(parser);
        boolean quoted = c == '"' || c == '\'' || c == '|' || c == '>';
        return quoted ? ScalarNode.Style.QUOTED : ScalarNode.Style.PLAIN;
    }

    private MapNode map(JsonParser parser, Position at) {
        enter(at);
        Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Position keyAt = at(parser);
            inspect(parser, keyAt);
            String key = parser.currentName();
            MapNode.Entry entry = new MapNode.Entry(keyAt, key, node(parser, parser.nextToken()));
            MapNode.Entry earlier = entries.putIfAbsent(key, entry);
            if (earlier != null) {
                problems.add(
                        keyAt,
                        path,
                        "the key " + Texts.quote(key) + " is given twice; expected it once, as in line "
                                + earlier.keyAt().line());
            }
        }
        depth--;
        return new MapNode(at, entries);
    }

    private ListNode list(JsonParser parser, Position at) {
        enter(at);
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && !parser.isClosed();
                token = parser.nextToken()) {
            items.add(node(parser, token));
        }
        depth--;
        return new ListNode(at, items);
    }

    private void enter(Position at) {
        if (++depth > DEEPEST) {
            throw new TooDeep(at);
        }
    }

    /** Refuses what YAML can do and experiment files don't use. */
    private void inspect(JsonParser parser, Position at) {
        switch (character(parser)) {
            case '*' ->
                problems.refuse(at, path, "an alias stands here; expected the value itself, aliases are not allowed");
            case '&' ->
                problems.refuse(at, path, "an anchor stands here; expected the value alone, anchors are not allowed");
            case '!' -> problems.refuse(at, path, "a tag stands here; expected the value alone, tags are not allowed");
            default -> {}
        }
    }

    private int character(JsonParser parser) {
        long offset = parser.currentTokenLocation().getCharOffset();
        return offset >= 0 && offset < characters.length ? characters[(int) offset] : -1;
    }

    private Position at(JsonParser parser) {
        TokenStreamLocation location = parser.currentTokenLocation();
        return new Position(source, location.getLineNr(), location.getColumnNr());
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Position at;

        TooDeep(Position at) {
            super(null, null, false, false);
            this.at = at;
        }
    }
}
