package org.layerwise.experiment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The folder of shared data and reference values; tests that need it are skipped, visibly, where it is absent. */
final class Shared {
    private Shared() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("layerwise.shared", "absent")).resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "there is no folder " + folder);
        return folder.toAbsolutePath().normalize();
    }

    /** What a map holds under a key that must be there. */
    static <V> V value(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }
}
