package org.layerwise.training;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.layerwise.core.DenseMatrix;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads the files that hold expected values. */
public final class Json {
    private Json() {}

    /** A file beside the tests. */
    public static JsonNode resource(Class<?> test, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return new ObjectMapper().readTree(in);
        }
    }

    /** A file of the shared reference; the test is skipped where that folder is absent. */
    public static JsonNode shared(String name) {
        return new ObjectMapper().readTree(sharedFile("reference/" + name).toFile());
    }

    /** A file of the shared folder; the test is skipped where that folder is absent. */
    public static Path sharedFile(String name) {
        Path file =
                Path.of(System.getProperty("layerwise.shared", "../../shared")).resolve(name);
        assumeTrue(Files.exists(file), () -> "the shared folder is absent: " + file);
        return file;
    }

    /** A number, or NaN for {@code "nan"}. */
    public static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    /** A list of numbers. */
    public static double[] numbers(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(node.get(i));
        }
        return values;
    }

    /** A list of rows. */
    public static DenseMatrix matrix(JsonNode node) {
        double[][] rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(node.get(i));
        }
        return DenseMatrix.of(rows);
    }
}
