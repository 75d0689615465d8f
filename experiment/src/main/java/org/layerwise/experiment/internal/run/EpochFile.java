package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Predicate;
import org.layerwise.experiment.internal.Bytes;

/** A text file that grows by lines as a run goes on, each on its way to the disk at once. */
final class EpochFile {
    private final Path file;
    private Optional<FileChannel> out = Optional.empty();
    private boolean written;

    EpochFile(Path file) {
        this.file = file;
    }

    /** The epoch that a row begins with; one that is never kept where the row is damaged. */
    static long epochOf(String row) {
        String epoch = row.substring(0, Math.max(0, row.indexOf(',')));
        return epoch.matches("[0-9]{1,18}") ? Long.parseLong(epoch) : Long.MAX_VALUE;
    }

    /** Makes the file, empty, when it is absent. */
    void make() throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
    }

    /**
     * Opens the file. Of what an earlier run left there stay the heading, where it is the same, and the lines below it
     * up to the first that is not kept or not whole.
     *
     * @param heading the first line; empty for a file without one
     */
    void begin(String heading, Predicate<String> keeps) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            out = Optional.of(channel);
            String head = heading.isEmpty() ? "" : heading + "\n";
            long kept = kept(Files.readString(file, StandardCharsets.UTF_8), head, keeps);
            channel.truncate(kept).position(kept);
            if (kept == 0 && !heading.isEmpty()) {
                write(heading);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long kept(String text, String head, Predicate<String> keeps) {
        if (!text.startsWith(head)) {
            return 0;
        }
        int kept = head.length();
        for (int end = text.indexOf('\n', kept); end >= 0 && keeps.test(text.substring(kept, end)); ) {
            kept = end + 1;
            end = text.indexOf('\n', kept);
        }
        return text.substring(0, kept).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Adds a line. */
    void write(String line) {
        try {
            written = true;
            Bytes.writeFully(out.orElseThrow(), ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until all lines are on the disk. */
    void flush() throws IOException {
        if (written) {
            out.orElseThrow().force(false);
            written = false;
        }
    }

    void close() {
        try {
            if (out.isPresent()) {
                out.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
