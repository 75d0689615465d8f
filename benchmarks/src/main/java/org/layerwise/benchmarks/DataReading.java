package org.layerwise.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.readers.Csv;
import org.layerwise.dataio.readers.Hdf5;
import org.layerwise.dataio.readers.Idx;

/**
 * Reads a file in a Java process of its own, once for each line on standard input, and answers with the milliseconds that it
 * took: the first answer is that of a virtual machine that has just started.
 *
 * <p>Arguments: {@code csv FILE}, {@code idx IMAGES LABELS} or {@code hdf5 FILE FEATURES TARGETS}.
 */
public final class DataReading {
    private DataReading() {}

    /** Reads and answers until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        DatasetReader reader = reader(List.of(arguments));
        try (BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (requests.readLine() != null) {
                long start = System.nanoTime();
                Dataset read = reader.read(new ReadContext(Path.of(""), new Splittable()));
                double milliseconds = (System.nanoTime() - start) / 1e6;
                System.out.println(milliseconds + " " + read.examples() + "x" + read.features());
            }
        }
    }

    private static DatasetReader reader(List<String> arguments) {
        return switch (arguments.get(0)) {
            case "csv" -> new Csv(Path.of(arguments.get(1)));
            case "idx" -> new Idx(Path.of(arguments.get(1)), Optional.of(Path.of(arguments.get(2))), List.of());
            case "hdf5" ->
                new Hdf5(
                        Path.of(arguments.get(1)),
                        arguments.get(2),
                        Optional.of(arguments.get(3)),
                        Optional.empty(),
                        Optional.empty());
            default -> throw new IllegalArgumentException("csv, idx or hdf5 is expected, got " + arguments.get(0));
        };
    }
}
