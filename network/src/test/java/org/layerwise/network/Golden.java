package org.layerwise.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.layerwise.core.DenseMatrix;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference values of the shared folder. */
public final class Golden {
    private Golden() {}

    /** A file of {@code reference/golden}; skips the test where the folder is absent. */
    public static JsonNode read(String name) {
        Path file = Path.of(System.getProperty("layerwise.shared", "../shared"), "reference", "golden", name);
        assumeTrue(Files.exists(file), () -> "no reference values at " + file);
        try (var in = Files.newInputStream(file)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values computed by the script {@code golden.py} of the test resources. */
    public static JsonNode computed() {
        try (var in = Golden.class.getResourceAsStream("golden.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in, "golden.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of lists, row by row; a flat list is one row. */
    public static DenseMatrix matrix(JsonNode rows) {
        if (rows.isEmpty() || !rows.get(0).isArray()) {
            return DenseMatrix.of(new double[][] {numbers(rows)});
        }
        double[][] values = new double[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i).isArray() ? numbers(rows.get(i)) : new double[] {number(rows.get(i))};
        }
        return DenseMatrix.of(values);
    }

    /** A flat list of numbers, of which some may be infinite. */
    public static double[] numbers(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(list.get(i));
        }
        return values;
    }

    private static double number(JsonNode value) {
        if (!value.isString()) {
            return value.doubleValue();
        }
        return value.stringValue().startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
