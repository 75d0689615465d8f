package org.layerwise.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.LayerHealth;

class ReportTest {
    private static final String NASTY = "</script><b a=\"'&\u0000";

    @Test
    void escapesWhateverComesFromOutside() {
        String html = report(NASTY).html();
        assertThat(html)
                .doesNotContain("</script>", "<b ", "\u0000")
                .contains("&lt;/script&gt;&lt;b a=&quot;&#39;&amp;");
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(report("x").html())
                .doesNotContain("http:", "https:", "<script", "<link", "@import")
                .contains("data:image/png;base64,");
    }

    @Test
    void drawsEverySectionThatHasContent() {
        assertThat(report("name").html())
                .contains(
                        "Final metrics",
                        "Cost",
                        "Decision boundary",
                        "Mislabelled",
                        "Diagnosis",
                        "Warnings",
                        "dead units",
                        "Norms of gradients",
                        "Layers at the end",
                        "Network",
                        "Run",
                        "Experiment");
    }

    private static HealthRecord health(long epoch, String layer) {
        return new HealthRecord(
                epoch,
                epoch,
                List.of(
                        new LayerHealth(layer, 3, 1, 0.5, 0.1, 1, OptionalDouble.of(0.75), OptionalDouble.empty()),
                        new LayerHealth("last", 3, 1, 0.5, 0.1, 1, OptionalDouble.empty(), OptionalDouble.of(1))));
    }

    private static Report report(String text) {
        List<List<String>> table = List.of(List.of("", text), List.of(text, "1"));
        Series cost = new Series(text, List.of(0.0, 1.0, 2.0, 3.0), List.of(1.0, Double.NaN, 0.5, 0.25));
        Boundary boundary = new Boundary(
                new Axis(0, 1),
                new Axis(0, 1),
                List.of(text, "b"),
                List.of(0, 1, 1, 0),
                2,
                List.of(new Boundary.Point(0.5, 0.5, 1)));
        Picture picture = new Picture(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), text);
        return new Report(
                text,
                text,
                table,
                List.of(text),
                List.of(new Report.Chart("Cost", List.of(cost))),
                Optional.of(boundary),
                List.of(picture),
                new HealthReport(List.of(health(0, text), health(1, text), health(2, text))),
                table,
                table,
                text);
    }
}
