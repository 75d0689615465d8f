package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.layerwise.experiment.internal.Numbers;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.RunContext;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingStarted;

/**
 * Writes {@code metrics.csv}: one row for each logged epoch, flushed as it comes, numbers in full precision.
 *
 * <p>A run that is resumed goes on in the same file. Rows that it will write again, and a row that an earlier end of the
 * run added outside of {@code log_every}, are taken out first.
 */
public final class MetricsCsv implements TrainingListener {
    private final RunContext run;
    private final EpochFile file;
    private List<String> metrics = List.of();

    /** Makes the file when it is absent. */
    public MetricsCsv(RunContext run) throws IOException {
        this.run = run;
        this.file = new EpochFile(new RunFolder.Place(run.folder()).metrics());
        file.make();
    }

    /** Puts all rows on the disk. */
    public void flush() throws IOException {
        file.flush();
    }

    @Override
    public void started(TrainingStarted started) {
        metrics = started.metrics();
        StringBuilder header = new StringBuilder("epoch,step,train_cost,last_batch_cost,learning_rate,seconds");
        metrics.forEach(name -> header.append(',').append(name));
        file.begin(header.toString(), row -> run.keeps(EpochFile.epochOf(row), started));
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
        file.write(line.toString());
    }

    private static String value(@Nullable Double value) {
        return value == null ? "" : Numbers.shortest(Objects.requireNonNull(value));
    }

    @Override
    public void close() {
        file.close();
    }
}
