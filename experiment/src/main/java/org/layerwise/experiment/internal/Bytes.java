package org.layerwise.experiment.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Writes files so that they are there whole or not at all. */
public final class Bytes {
    /** What temporary names end with. */
    public static final String TEMPORARY = ".tmp";

    private Bytes() {}

    /** What a file is to hold. */
    public interface Content {
        /** Writes it from begin to end. */
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    /** Writes to a temporary name beside the file, flushes to the disk, and moves it into place. */
    public static void writeSafely(Path file, Content content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flushFolderOf(file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes a text in UTF-8. */
    public static void writeSafely(Path file, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        writeSafely(file, channel -> writeFully(channel, bytes));
    }

    /** Writes all that remains of a buffer. */
    public static void writeFully(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The new name is on the disk only when the folder is; Windows can't open one, and flushes it unasked. */
    private static void flushFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        if (folder != null && !windows) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
