package org.layerwise.dataio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.layerwise.core.DenseMatrix;

/** The folder of reference data; tests that need it are skipped where it is absent. */
public final class SharedData {
    private SharedData() {}

    /** A file or folder below it. */
    public static Path path(String name) {
        Path path = Path.of(System.getProperty("layerwise.shared", "shared")).resolve(name);
        assumeTrue(Files.exists(path), () -> path + " is absent");
        return path;
    }

    /** Numbers separated by commas. */
    public static DenseMatrix table(Path file, int headerLines) throws IOException {
        return DenseMatrix.of(Files.readAllLines(file).stream()
                .skip(headerLines)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new));
    }
}
