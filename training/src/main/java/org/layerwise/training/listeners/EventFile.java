package org.layerwise.training.listeners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.LayerHealth;
import org.layerwise.training.RunContext;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingStarted;

/** The events of one run, an {@code Event} of {@code event.proto} in each record. */
final class EventFile implements TrainingListener {
    private static final String NAME = "events.out.tfevents.layerwise";
    private static final String VERSION = "brain.Event:2";
    private static final Pattern PART = Pattern.compile("(train|dev|test)_(.*)");

    /** The fields of {@code Event}. */
    private static final int WALL_TIME = 1;

    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;

    private final RunContext run;
    private Optional<FileChannel> out = Optional.empty();

    EventFile(RunContext run) {
        this.run = run;
    }

    @Override
    public void started(TrainingStarted started) {
        Path file = run.folder().resolve("tensorboard").resolve(NAME);
        try {
            Files.createDirectories(file.resolveSibling("."));
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            out = Optional.of(channel);
            long kept = started.firstEpoch() == 0 ? 0 : kept(Files.readAllBytes(file), started);
            channel.truncate(kept).position(kept);
            if (kept == 0) {
                write(event().text(FILE_VERSION, VERSION));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of the version and of the epochs that are not trained again. */
    private long kept(byte[] file, TrainingStarted started) {
        List<ByteBuffer> records = TfRecords.read(ByteBuffer.wrap(file));
        long kept = 0;
        for (ByteBuffer content : records) {
            if (kept > 0 && !run.keeps(Message.integer(content, STEP), started)) {
                return kept;
            }
            kept += TfRecords.size(content);
        }
        return kept;
    }

    @Override
    public void epochFinished(EpochRecord epoch) {
        Message summary = new Message();
        scalar(summary, "cost/train", epoch.trainCost());
        scalar(summary, "cost/last_batch", epoch.lastBatchCost());
        scalar(summary, "training/learning_rate", epoch.learningRate());
        epoch.metrics().forEach((name, value) -> scalar(summary, tag(name), value));
        write(event().integer(STEP, epoch.epoch()).message(SUMMARY, summary));
    }

    /** {@code dev_accuracy} becomes {@code accuracy/dev}. */
    static String tag(String name) {
        Matcher parts = PART.matcher(name);
        if (!parts.matches()) {
            return name;
        }
        return name.equals("train_end_cost") ? "cost/train_end" : parts.group(2) + "/" + parts.group(1);
    }

    @Override
    public void healthMeasured(HealthRecord health) {
        Message summary = new Message();
        for (LayerHealth layer : health.layers()) {
            if (layer.parameters() > 0) {
                scalar(summary, "weights/" + layer.layer(), layer.weights());
                scalar(summary, "gradients/" + layer.layer(), layer.gradients());
                scalar(summary, "updates/" + layer.layer(), layer.updates());
            }
            scalar(summary, "activations/" + layer.layer(), layer.activations());
            layer.dead().ifPresent(share -> scalar(summary, "dead/" + layer.layer(), share));
            layer.saturated().ifPresent(share -> scalar(summary, "saturated/" + layer.layer(), share));
        }
        write(event().integer(STEP, health.epoch()).message(SUMMARY, summary));
    }

    /** A {@code Summary.Value} with its tag and its simple value. */
    private static void scalar(Message summary, String tag, double value) {
        summary.message(1, new Message().text(1, tag).single(2, (float) value));
    }

    private Message event() {
        Instant now = run.clock().instant();
        return new Message().decimal(WALL_TIME, now.getEpochSecond() + now.getNano() / 1e9);
    }

    private void write(Message event) {
        try {
            FileChannel channel = out.orElseThrow();
            ByteBuffer bytes = TfRecords.framed(event.toBytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (out.isPresent()) {
                out.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
