package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.layerwise.experiment.internal.Sha256;

/** By which two runs can be compared: the SHA-256 of what they left, as far as it does not depend on the clock. */
final class RunHashes {
    static final String WEIGHTS = "weights";
    static final String METRICS = "metrics";

    private RunHashes() {}

    /** {@code weights}: the file of the final weights; {@code metrics}: the rows of {@code metrics.csv} but their seconds. */
    static Map<String, String> of(RunFolder.Place folder) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        hashes.put(WEIGHTS, weights(folder.weights()));
        hashes.put(METRICS, metrics(folder.metrics()));
        return hashes;
    }

    static String weights(Path file) throws IOException {
        return Sha256.of(file);
    }

    static String metrics(Path file) throws IOException {
        return Sha256.of(String.join("\n", rows(file)));
    }

    /** The heading and the rows without seconds. */
    static List<String> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> names = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
        int seconds = names.indexOf("seconds");
        return lines.stream().map(line -> without(seconds, line)).toList();
    }

    private static String without(int column, String line) {
        String[] cells = line.split(",", -1);
        return IntStream.range(0, cells.length)
                .filter(i -> i != column)
                .mapToObj(i -> cells[i])
                .collect(Collectors.joining(","));
    }
}
