package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.layerwise.experiment.internal.Bytes;
import org.layerwise.experiment.internal.Numbers;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingStarted;

/**
 * Writes {@code metrics.csv}: one row for each logged epoch, flushed as it comes, numbers in full precision.
 *
 * <p>A run that is resumed goes on in the same file. Rows that it will write again, and a row that an earlier end of the
 * run added outside of {@code log_every}, are taken out first.
 */
public final class MetricsCsv implements TrainingListener {
    private final Path file;
    private final int logEvery;
    private final FileChannel out;
    private List<String> metrics = List.of();
    private boolean written;

    /** Makes the file when it is absent. */
    public MetricsCsv(Path file, int logEvery) throws IOException {
        this.file = file;
        this.logEvery = logEvery;
        this.out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Puts all rows on the disk. */
    public void flush() throws IOException {
        if (written) {
            out.force(false);
            written = false;
        }
    }

    @Override
    public void started(TrainingStarted started) {
        metrics = started.metrics();
        StringBuilder header = new StringBuilder("epoch,step,train_cost,last_batch_cost,learning_rate,seconds");
        metrics.forEach(name -> header.append(',').append(name));
        try {
            long kept = lengthBefore(started, header.toString());
            out.truncate(kept).position(kept);
            if (kept == 0) {
                write(header.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of the header and the rows of epochs that are done and logged; what was cut off in a line is no row. */
    private long lengthBefore(TrainingStarted started, String header) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String head = header + "\n";
        if (!text.startsWith(head)) {
            return 0;
        }
        int kept = head.length();
        for (int end = text.indexOf('\n', kept); end >= 0; end = text.indexOf('\n', kept)) {
            if (!isKept(epochOf(text.substring(kept, end)), started)) {
                break;
            }
            kept = end + 1;
        }
        return text.substring(0, kept).getBytes(StandardCharsets.UTF_8).length;
    }

    private boolean isKept(long epoch, TrainingStarted started) {
        boolean last = started.over() && epoch == started.firstEpoch() - 1;
        return epoch >= 0 && epoch < started.firstEpoch() && (last || epoch % logEvery == 0);
    }

    private static long epochOf(String row) {
        String epoch = row.substring(0, Math.max(0, row.indexOf(',')));
        return epoch.matches("[0-9]{1,18}") ? Long.parseLong(epoch) : -1;
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
        write(line.toString());
    }

    private static String value(@Nullable Double value) {
        return value == null ? "" : Numbers.shortest(Objects.requireNonNull(value));
    }

    private void write(String line) {
        try {
            written = true;
            Bytes.writeFully(out, ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
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
