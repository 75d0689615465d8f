package org.layerwise.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whom to measure beside. */
final class Rivals {
    /** What {@code --peers} understands. */
    private static final List<String> KNOWN = List.of("numpy", "sklearn", "torch", "dl4j", "djl");

    private Rivals() {}

    /** Every one that is found. */
    static List<Rival> found() throws IOException {
        List<Rival> rivals = new ArrayList<>(Peer.found());
        rivals.addAll(JvmPeer.found(Path.of(System.getProperty("layerwise.benchmarks", "benchmarks"))));
        return rivals;
    }

    /**
     * Those that are named, with commas between.
     *
     * @throws IllegalArgumentException if there is no such name, or it is not found
     */
    static List<Rival> named(String names) throws IOException {
        List<Rival> found = found();
        List<String> keys = Arrays.asList(names.split(",", -1));
        for (String key : keys) {
            if (!KNOWN.contains(key)) {
                throw new IllegalArgumentException(
                        "--peers: no peer '" + key + "'; expected some of " + String.join(",", KNOWN));
            }
            if (found.stream().noneMatch(rival -> rival.key().equals(key))) {
                throw new IllegalArgumentException("--peers: '" + key + "' is not installed where it was looked for");
            }
        }
        return found.stream().filter(rival -> keys.contains(rival.key())).toList();
    }
}
