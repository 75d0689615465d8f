package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsColumnsAndLeavesNoBlanksAtTheEnd() {
        assertThat(TextTable.lines(List.of(List.of("a", "long", ""), List.of("wide", "x"), List.of())))
                .containsExactly("a     long", "wide  x", "");
    }

    @Test
    void showsMetricsOfPartsThatDifferInTheirMetrics() {
        Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
        metrics.put("train", Map.of("cost", 0.1));
        metrics.put("test", Map.of("cost", 1.0 / 3));
        assertThat(MetricsTable.of(metrics).lines())
                .containsExactly("       cost", "train  0.1", "test   0.3333333333333333");
    }
}
