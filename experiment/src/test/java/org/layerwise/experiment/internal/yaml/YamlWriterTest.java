package org.layerwise.experiment.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.experiment.internal.Problems;

class YamlWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                " ",
                "true",
                "no",
                "null",
                "~",
                "1e-3",
                "a: b",
                "a #b",
                "- a",
                "[a]",
                "{a}",
                "&a",
                "*a",
                "!a",
                "'",
                "\"",
                "\\",
                "line\nline",
                "tab\t",
                "ü",
                "猫",
                "𝒳",
                "\u2028",
                "?",
                "a,b",
                "/tmp/x.csv",
                "..",
                "%"
            })
    void writesTextsThatReadBackAsThemselves(String text) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("flow", List.of(text, Map.of(text.isEmpty() ? "empty" : text, text)));
        document.put("block", Map.of("key", text));

        MapNode read = read(YamlWriter.write(document));

        ListNode flow = (ListNode) read.get("flow").orElseThrow();
        assertThat(((ScalarNode) flow.items().get(0)).text()).isEqualTo(text);
        assertThat(((MapNode) flow.items().get(1))
                        .get(text.isEmpty() ? "empty" : text)
                        .map(n -> ((ScalarNode) n).text()))
                .contains(text);
        assertThat(((MapNode) read.get("block").orElseThrow()).get("key").map(n -> ((ScalarNode) n).text()))
                .contains(text);
    }

    @Test
    void writesSectionsAsBlocksAndLongListsLineByLine() {
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("type", "dense");
        layer.put("units", 4);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", "x");
        document.put("network", Map.of("layers", List.of(layer, "l".repeat(120))));
        document.put("rate", 1e-7);

        assertThat(YamlWriter.write(document))
                .isEqualTo("name: x\nnetwork:\n  layers:\n    - {type: dense, units: 4}\n    - " + "l".repeat(120)
                        + "\nrate: 1.0E-7\n");
    }

    private static MapNode read(String text) {
        Problems problems = new Problems();
        MapNode read = (MapNode)
                YamlReader.parse(Source.of("f", text), text, problems, "").orElseThrow();
        problems.throwIfAny();
        return read;
    }
}
