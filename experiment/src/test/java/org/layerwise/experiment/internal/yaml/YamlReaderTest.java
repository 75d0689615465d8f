package org.layerwise.experiment.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.internal.Problems;

class YamlReaderTest {
    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    @Test
    void locatesKeysAndValuesInCharacters() {
        Node root = parse("name: 'x'\nb: {é: \"q\", 𝒳: 1, z: [a, 'b', 3.0]}\nlist:\n  - x\n  - {t: 1}\n");

        MapNode map = (MapNode) root;
        MapNode b = (MapNode) map.get("b").orElseThrow();
        ListNode z = (ListNode) b.get("z").orElseThrow();
        ListNode list = (ListNode) map.get("list").orElseThrow();
        assertPlace(keyAt(b, "é"), 2, 5);
        assertPlace(keyAt(b, "𝒳"), 2, 13);
        assertPlace(b.get("𝒳").orElseThrow().at(), 2, 16);
        assertPlace(z.items().get(1).at(), 2, 26);
        assertPlace(list.items().get(0).at(), 4, 5);
        assertPlace(list.items().get(1).at(), 5, 5);
        assertPlace(map.get("name").orElseThrow().at(), 1, 7);
    }

    @Test
    void keepsTheTextOfScalarsAndWhetherTheyAreQuoted() {
        MapNode map = (MapNode) parse("a: 1_000\nb: '5'\nc: |\n  x\nd: 1e-3\ne: ~\nf: no\ng: 99999999999999999999\n");

        assertThat(map.get("a")).contains(scalar(map, "a", "1_000", ScalarNode.Style.PLAIN));
        assertThat(map.get("b")).contains(scalar(map, "b", "5", ScalarNode.Style.QUOTED));
        assertThat(map.get("c")).contains(scalar(map, "c", "x\n", ScalarNode.Style.QUOTED));
        assertThat(map.get("d")).contains(scalar(map, "d", "1e-3", ScalarNode.Style.PLAIN));
        assertThat(((ScalarNode) map.get("e").orElseThrow()).isNothing()).isTrue();
        assertThat(map.get("g")).contains(scalar(map, "g", "99999999999999999999", ScalarNode.Style.PLAIN));
        problems.throwIfAny();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a: &x 1\\nb: *x|1:4: an anchor|2:4: an alias",
                "a: 1\\n*a : 2|2:1: an alias|",
                "a: !!str 5|1:4: a tag|",
                "a:\\n  - !x {b: 1}|2:5: a tag|",
                "a: !!int +\\nb: 2|1:4: a tag|",
                "a: [1, !!int x, 2]|1:8: a tag|",
                "a:\\n  - !!float 5t\\n  - 2|2:5: a tag|",
                "&x a: 1|1:1: an anchor|",
                "a: 1\\nb: 2\\na: 3|3:1: the key 'a' is given twice|",
                "a: {b: 1, b: 2}|1:11: the key 'b' is given twice|",
                "a: 1\\n---\\nb: 2|2:1: a second document|",
                "a: 1\\n---\\n|2:1: a second document|",
                "a: 1\\n...\\nb: 2|3:1: a second document|",
                "a: [1, 2\\nb: 3|2:2: the list that begins in line 1 goes on wrongly here|",
                "a: {b: 1}}|1:10: '}' does not continue the map|",
                "a: b: c|1:5: a second ': ' on one line|",
                "\\ta: 1|1:1: a tab stands before|",
                "a: 'abc|1:4: the quote that opens here is never closed|",
                "a: \"\\q\"|1:6: unknown escape|",
                "a: @x|1:4: a value can't begin with this character|",
                "? [a, b]\\n: 1|1:4: a list or a map can't be a key|",
                "a:\\n  - 1\\n - 2|3:2: this line does not continue the map|",
                "a: 1\\nb|2:1: this is no 'key: value'|",
                "a: \u0007|1:4: a control character, number 7|",
                "%TAG ! x\\n---\\na: 1|1:1: a directive stands here|",
            })
    void refusesWithThePlace(String text, String first, String second) {
        YamlReader.parse(source(unescape(text)), unescape(text), problems, "");

        assertThat(messages()).anyMatch(m -> m.startsWith("f.yaml:" + first));
        if (second != null) {
            assertThat(messages()).anyMatch(m -> m.startsWith("f.yaml:" + second));
        }
        assertThat(messages()).allMatch(m -> m.contains("; ") && !m.contains("reader") && !m.contains("tools.jackson"));
    }

    @Test
    void refusesMoreThan64Levels() {
        assertThat(YamlReader.parse(source(""), nested(64), problems, "")).isPresent();
        problems.throwIfAny();

        assertThat(YamlReader.parse(source(nested(65)), nested(65), problems, ""))
                .isEmpty();
        assertThat(messages().get(0)).startsWith("f.yaml:1:257: more than 64 levels");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(YamlReader.parse(source("# nothing\n"), "# nothing\n", problems, ""))
                .isEmpty();
        assertThat(messages().get(0)).startsWith("f.yaml:1:1: nothing stands here");
    }

    @Test
    void readsAByteOrderMarkAndWindowsLineEnds() throws Exception {
        MapNode map = (MapNode)
                read("\uFEFFa: 1\r\nß: x\r\n".getBytes(StandardCharsets.UTF_8)).orElseThrow();

        assertPlace(keyAt(map, "a"), 1, 1);
        assertPlace(map.get("ß").orElseThrow().at(), 2, 4);
        problems.throwIfAny();
    }

    @Test
    void refusesOtherEncodingsWithThePlace() throws Exception {
        assertThat(read("a: 1\nb: é\n".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
        assertThat(messages().get(0)).contains(":2:4: a byte that is not UTF-8");
    }

    @Test
    void refusesUtf16() throws Exception {
        assertThat(read("a: 1\n".getBytes(StandardCharsets.UTF_16))).isEmpty();
        assertThat(messages().get(0)).contains(":1:1: the file is in UTF-16; expected UTF-8");
    }

    @Test
    void refusesMoreThanOneMegabyte() throws Exception {
        assertThat(read(("a: '" + "x".repeat(1 << 20) + "'").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(messages().get(0)).contains("larger than 1 MB");
    }

    @Test
    void refusesAMissingFile() {
        assertThat(YamlReader.read(folder.resolve("none.yaml"), "none.yaml", problems))
                .isEmpty();
        assertThat(messages().get(0)).startsWith("none.yaml:1:1: there is no such file");
    }

    @Test
    void keepsOneMistakeUnderTwoKilobytes() {
        String text = "a: {b: \"" + "𝒳".repeat(5000) + "\", c: *x}";
        YamlReader.parse(source(text), text, problems, "");

        ExperimentException all = catchThrowableOfType(ExperimentException.class, problems::throwIfAny);
        assertThat(String.valueOf(all.getMessage()).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(2048);
        String[] lines = String.valueOf(all.getMessage()).split("\n");
        int caret = lines[2].indexOf('^');
        assertThat(lines[1].codePointAt(lines[1].offsetByCodePoints(0, caret))).isEqualTo('*');
    }

    private static String nested(int levels) {
        return "{a: ".repeat(levels) + "1" + "}".repeat(levels);
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }

    private static Source source(String text) {
        return Source.of("f.yaml", text);
    }

    private Node parse(String text) {
        return YamlReader.parse(source(text), text, problems, "").orElseThrow();
    }

    private Optional<Node> read(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("f.yaml"), bytes);
        return YamlReader.read(file, "f.yaml", problems);
    }

    private List<String> messages() {
        ExperimentException all = catchThrowableOfType(ExperimentException.class, problems::throwIfAny);
        assertThat(all).isNotNull();
        return all.problems().stream().map(p -> p.headline()).toList();
    }

    private static ScalarNode scalar(MapNode map, String key, String text, ScalarNode.Style style) {
        return new ScalarNode(map.get(key).orElseThrow().at(), text, style);
    }

    private static Position keyAt(MapNode map, String key) {
        return Objects.requireNonNull(map.entries().get(key)).keyAt();
    }

    private static void assertPlace(Position at, int line, int column) {
        assertThat(at.line()).isEqualTo(line);
        assertThat(at.column()).isEqualTo(column);
    }
}
