package org.layerwise.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.NumpyRandomSource;
import org.layerwise.core.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against {@code regularizers.json}, which the script beside it computes in 60 digits. */
class GoldenRegularizersTest {
    static Stream<JsonNode> penalties() {
        return read("regularizers.json").path("penalties").valueStream();
    }

    static Stream<JsonNode> noises() {
        return read("regularizers.json").path("noises").valueStream();
    }

    /** The gradient begins at ones, to which the penalty's part is added. */
    @ParameterizedTest
    @MethodSource("penalties")
    void hasTheGoldenPenaltyAndGradient(JsonNode golden) {
        Regularizer regularizer = regularizer(golden.path("name").asString(), golden.path("options"));
        DenseMatrix weights = matrix(golden.path("weights"));
        DenseMatrix gradient = new DenseMatrix(weights.getRowDimension(), weights.getColumnDimension());
        Arrays.fill(gradient.values(), 1);
        int m = golden.path("examples").asInt();
        regularizer.addGradient(weights, m, gradient);

        assertNear(regularizer.penalty(weights, m), golden.path("penalty").asDouble());
        double[] expected = matrix(golden.path("gradient")).values();
        for (int i = 0; i < expected.length; i++) {
            assertNear(gradient.values()[i], 1 + expected[i]);
        }
        assertThat(weights).as("the weights are untouched").isEqualTo(matrix(golden.path("weights")));
    }

    @ParameterizedTest
    @MethodSource("noises")
    void makesTheGoldenNoise(JsonNode golden) {
        DenseMatrix input = matrix(golden.path("input"));
        DenseMatrix output = new DenseMatrix(input.getRowDimension(), input.getColumnDimension());
        DenseMatrix slope = new DenseMatrix(input.getRowDimension(), input.getColumnDimension());
        noise(golden.path("name").asString(), golden.path("option").asDouble())
                .apply(
                        input,
                        output,
                        slope,
                        new NumpyRandomSource(golden.path("seed").asLong()));

        double[] outputs = matrix(golden.path("output")).values();
        double[] slopes = matrix(golden.path("slope")).values();
        for (int i = 0; i < outputs.length; i++) {
            assertNear(output.values()[i], outputs[i]);
            assertNear(slope.values()[i], slopes[i]);
        }
    }

    @Test
    void everyRegisteredComponentHasGoldenValues() {
        assertCovered(Regularizer.class, names(penalties(), "name"));
        assertCovered(Noise.class, names(noises(), "name"));
        assertCovered(
                Constraint.class, names(read("constraints.json").path("cases").valueStream(), "constraint"));
    }

    private static void assertCovered(Class<?> spi, Set<String> proved) {
        Set<String> rest = new TreeSet<>(Registry.load().all(spi).keySet());
        rest.removeAll(proved);
        assertThat(rest).as("%s without golden values", spi.getSimpleName()).isEmpty();
    }

    private static Set<String> names(Stream<JsonNode> cases, String key) {
        return cases.map(golden -> golden.path(key).asString()).collect(Collectors.toSet());
    }

    private static Regularizer regularizer(String name, JsonNode options) {
        double lambda = options.path("lambda").asDouble(0);
        return switch (name) {
            case "l1" -> new L1(lambda);
            case "l2" -> new L2(lambda);
            case "l1_l2" ->
                new L1L2(options.path("l1").asDouble(), options.path("l2").asDouble());
            case "orthogonal" -> new Orthogonality(lambda);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Noise noise(String name, double option) {
        return switch (name) {
            case "dropout" -> new Dropout(option);
            case "drop_connect" -> new DropConnect(option);
            case "alpha_dropout" -> new AlphaDropout(option);
            case "gaussian_dropout" -> new GaussianDropout(option);
            case "gaussian_noise" -> new GaussianNoise(option);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void assertNear(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-14 + 1e-13 * Math.abs(expected)));
    }

    private static DenseMatrix matrix(JsonNode rows) {
        return DenseMatrix.of(rows.valueStream()
                .map(row -> row.valueStream().mapToDouble(JsonNode::asDouble).toArray())
                .toArray(double[][]::new));
    }

    private static JsonNode read(String file) {
        try (InputStream in =
                Objects.requireNonNull(GoldenRegularizersTest.class.getResourceAsStream("/golden/" + file), file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
