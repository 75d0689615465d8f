package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether a file could not be written because there was no room for it. */
final class DiskSpace {
    /** With less than that, something of the file had no room. */
    private static final long LEAST = 1 << 20;

    private DiskSpace() {}

    /** {@code ; the disk is full, …} where it is; nothing where the failure has another cause. */
    static String hint(IOException failure, Path file) {
        return isFull(failure, file) ? "; the disk is full, -Dlayerwise.cache=DIR names another folder" : "";
    }

    private static boolean isFull(IOException failure, Path file) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("no space left") || said.contains("quota") || usable(file) < LEAST;
    }

    private static long usable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return folder == null ? Long.MAX_VALUE : Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
