package org.layerwise.testkit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders for one check. */
final class Folders {
    private Folders() {}

    /** Some work in a folder of its own. */
    @FunctionalInterface
    interface Work {
        void in(Path folder) throws Exception;
    }

    /** Does the work in a new folder and deletes it. */
    static void in(Work work) throws Exception {
        Path folder = Files.createTempDirectory("testkit");
        try {
            work.in(folder);
        } finally {
            try (Stream<Path> tree = Files.walk(folder)) {
                tree.sorted(Comparator.reverseOrder()).forEach(Folders::delete);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
