package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.layerwise.training.EpochRecord;
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
                .contains("\repoch 500/1001  49 %  cost 0.500000  1,000 examples/s  0:02 left")
                .contains("\r" + " ".repeat(78) + "\repoch 1000  cost 0.25")
                .doesNotContain("\u001b");
    }

    private static String printed(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            ProgressPrinter printer = new ProgressPrinter(out, terminal);
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
