package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.LayerHealth;
import org.layerwise.training.Part;
import org.layerwise.training.Progress;
import org.layerwise.training.TrainingStarted;

class ProgressPrinterTest {
    @Test
    void printsOneLineForEachLoggedEpochIntoAPipe() {
        assertThat(printed(false)).isEqualTo("""
                        epoch    0  cost 0.6931471805599453  train_accuracy 0.5
                        epoch 1000  cost 0.25  train_accuracy 1.0
                        """);
    }

    @Test
    void overwritesItsMovingLineOnATerminalWithoutEscapeCodes() {
        String printed = printed(true);
        assertThat(printed)
                .contains("\repoch 500/1001 [=====>      ]  49 %  cost 0.500000  0:02 left  1,000 examples/s")
                .contains("\r" + " ".repeat(79) + "\repoch 1000  cost 0.25")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 40, 60, 80, 100, 120, 200})
    void theBarFitsIntoEveryWidthAndKeepsWhatMattersMost(int columns) {
        Map<String, Double> metrics = Map.of("dev_accuracy", 0.9375);
        String line = ProgressBar.line(new Progress(500, 1001, 500, 0, 1, 2000, 0.5, 2), metrics, columns);
        assertThat(line.length()).isLessThanOrEqualTo(columns);
        assertThat(line).startsWith("epoch 500/1001").contains("49");
        assertThat(line.contains("cost 0.5")).isEqualTo(columns >= 40);
        assertThat(line.contains("dev_accuracy 0.9375  1,000 examples/s")).isEqualTo(columns >= 100);
        assertThat(line.contains("[")).isEqualTo(columns >= 60);
    }

    @Test
    void theBarIsFullAtTheEndAndCountsHours() {
        assertThat(ProgressBar.line(new Progress(10, 10, 10, 0, 1, 2000, 0.5, 2), Map.of(), 100))
                .startsWith("epoch 10/10 [" + "=".repeat(30) + "] 100 %");
        assertThat(ProgressBar.line(new Progress(1, 10, 10, 0, 1, 2000, 0.5, 1000), Map.of(), 100))
                .contains("2:30:00 left");
    }

    @Test
    void warnsOfAnUnhealthyLayerOnce() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            ProgressPrinter printer = new ProgressPrinter(out, false, 80);
            LayerHealth dead =
                    new LayerHealth("dense_1", 4, 1, 1, 0.001, 1, OptionalDouble.of(0.75), OptionalDouble.empty());
            LayerHealth last =
                    new LayerHealth("dense_2", 4, 1, 1, 0.001, 1, OptionalDouble.empty(), OptionalDouble.empty());
            printer.healthMeasured(new HealthRecord(0, 1, List.of(dead, last)));
            printer.healthMeasured(new HealthRecord(1, 2, List.of(dead, last)));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("warning: dead units: 75 % of dense_1 are 0");
    }

    private static String printed(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            ProgressPrinter printer = new ProgressPrinter(out, terminal, 80);
            printer.started(new TrainingStarted(0, 1001, Map.of(Part.TRAIN, 4), 4, 17, List.of("train_accuracy")));
            printer.epochFinished(epoch(0, 0.6931471805599453, 0.5));
            printer.progressed(new Progress(500, 1001, 500, 0, 1, 2000, 0.5, 2));
            printer.epochFinished(epoch(1000, 0.25, 1));
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static EpochRecord epoch(long epoch, double cost, double accuracy) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("train_end_cost", cost);
        metrics.put("train_accuracy", accuracy);
        return new EpochRecord(epoch, epoch, cost, cost, 1.2, 0.1, metrics);
    }
}
