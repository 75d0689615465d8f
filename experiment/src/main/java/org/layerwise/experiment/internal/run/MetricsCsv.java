package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.layerwise.experiment.internal.Numbers;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingStarted;

/** Writes {@code metrics.csv}: one row for each logged epoch, flushed as it comes, numbers in full precision. */
public final class MetricsCsv implements TrainingListener {
    private final Writer out;
    private List<String> metrics = List.of();

    /** Makes the file. */
    public MetricsCsv(Path file) throws IOException {
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    @Override
    public void started(TrainingStarted started) {
        metrics = started.metrics();
        StringBuilder line = new StringBuilder("epoch,step,train_cost,last_batch_cost,learning_rate,seconds");
        metrics.forEach(name -> line.append(',').append(name));
        write(line);
    }

    @Override
    public void epochFinished(EpochRecord epoch) {
        StringBuilder line = new StringBuilder()
                .append(epoch.epoch())
                .append(',')
                .append(epoch.step())
                .append(',')
                .append(Numbers.shortest(epoch.trainCost()))
                .append(',')
                .append(Numbers.shortest(epoch.lastBatchCost()))
                .append(',')
                .append(Numbers.shortest(epoch.learningRate()))
                .append(',')
                .append(Numbers.shortest(epoch.seconds()));
        for (String name : metrics) {
            line.append(',').append(value(epoch.metrics().get(name)));
        }
        write(line);
    }

    private static String value(@Nullable Double value) {
        return value == null ? "" : Numbers.shortest(Objects.requireNonNull(value));
    }

    private void write(StringBuilder line) {
        try {
            out.append(line).append('\n').flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
