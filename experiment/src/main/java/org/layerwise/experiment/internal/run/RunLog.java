package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.layerwise.experiment.internal.Numbers;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.NewWarnings;
import org.layerwise.training.NonFinite;
import org.layerwise.training.TrainingFailed;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingResult;

/** Writes {@code log.txt}: what happened when, a line each, flushed as it comes. */
public final class RunLog implements TrainingListener {
    private final Writer out;
    private final Clock clock;
    private final NewWarnings warnings = new NewWarnings();

    /** Makes the file, or goes on in it. */
    public RunLog(Path file, Clock clock) throws IOException {
        boolean cut = isCut(file);
        this.out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.clock = clock;
        if (cut) {
            out.append('\n');
        }
    }

    /** Whether a process ended in the middle of a line. */
    private static boolean isCut(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (FileChannel in = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            in.read(last, in.size() - 1);
            return last.get(0) != '\n';
        }
    }

    /** Writes one thing that happened. */
    public void say(String what) {
        try {
            for (String line : what.split("\n", -1)) {
                out.append(clock.instant().toString()).append(' ').append(line).append('\n');
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void epochFinished(EpochRecord epoch) {
        say("epoch " + epoch.epoch() + ": train_cost " + Numbers.shortest(epoch.trainCost()) + values(epoch.metrics()));
    }

    private static String values(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(metric -> ", " + metric.getKey() + " " + Numbers.shortest(metric.getValue()))
                .collect(Collectors.joining());
    }

    @Override
    public void healthMeasured(HealthRecord health) {
        warnings.in(health).forEach(warning -> say("warning: " + warning.message()));
    }

    @Override
    public void nonFinite(NonFinite nonFinite) {
        say("not finite: " + nonFinite);
    }

    @Override
    public void finished(TrainingResult result) {
        say("training ended: " + result.reason() + ", " + result.epochs() + " epochs, " + result.steps() + " steps");
    }

    @Override
    public void failed(TrainingFailed failed) {
        say("training failed in epoch " + failed.epoch() + ", step " + failed.step() + ": " + failed.cause());
    }

    @Override
    public void close() {
        // the run closes it when all is said
    }

    /** After the last word. */
    public void closeFile() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
