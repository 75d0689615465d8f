package org.layerwise.initializers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.NumpyRandomSource;
import org.layerwise.core.Registry;
import org.layerwise.initializers.VarianceScaling.Distribution;
import org.layerwise.initializers.VarianceScaling.Mode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against {@code initializers.json}, which {@code generate.py} beside it draws with NumPy. */
class ComputedInitializersTest {
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("zeros", new Zeros()),
                Arguments.of("ones", new Ones()),
                Arguments.of("constant", new Constant()),
                Arguments.of("constant(-2.5)", new Constant(-2.5)),
                Arguments.of("normal", new Normal()),
                Arguments.of("normal(1, 0.3)", new Normal(1, 0.3)),
                Arguments.of("uniform", new Uniform()),
                Arguments.of("truncated_normal", new TruncatedNormal()),
                Arguments.of("he_normal", new HeNormal()),
                Arguments.of("he_uniform", new HeUniform()),
                Arguments.of("xavier_normal", new XavierNormal()),
                Arguments.of("xavier_uniform", new XavierUniform()),
                Arguments.of("lecun_normal", new LecunNormal()),
                Arguments.of("lecun_uniform", new LecunUniform()),
                Arguments.of("identity", new Identity()),
                Arguments.of("orthogonal", new Orthogonal()),
                Arguments.of("truncated_normal(1, 0.5)", new TruncatedNormal(1, 0.5)),
                Arguments.of("variance_scaling", new VarianceScaling()),
                Arguments.of(
                        "variance_scaling(2, fan_out, untruncated_normal)",
                        new VarianceScaling(2, Mode.FAN_OUT, Distribution.UNTRUNCATED_NORMAL)),
                Arguments.of(
                        "variance_scaling(0.5, fan_avg, uniform)",
                        new VarianceScaling(0.5, Mode.FAN_AVG, Distribution.UNIFORM)),
                Arguments.of("identity(2)", new Identity(2)),
                Arguments.of("sparse(0.6, 0.1)", new Sparse(0.6, 0.1)),
                Arguments.of("orthogonal(1.5)", new Orthogonal(1.5)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void drawsTheComputedWeights(String rule, Initializer initializer) {
        int checked = 0;
        for (JsonNode computed : read().path("cases")) {
            if (computed.path("rule").asString().equals(rule)) {
                checked++;
                JsonNode expected = computed.path("W");
                DenseMatrix weights =
                        new DenseMatrix(expected.size(), expected.get(0).size());
                Fan fan = new Fan(weights.getColumnDimension(), weights.getRowDimension());
                initializer.initialize(
                        weights,
                        fan,
                        new NumpyRandomSource(computed.path("seed").asLong()));
                assertWeights(rule, weights, expected);
            }
        }
        assertThat(checked).isEqualTo(5);
    }

    @Test
    void everyRegisteredInitializerHasGoldenWeights() {
        Set<Object> proved = rules().map(rule -> rule.get()[1].getClass()).collect(Collectors.toSet());
        Map<String, ?> registered = new TreeMap<>(Registry.load().all(Initializer.class));
        registered.values().removeAll(proved);

        assertThat(registered.keySet()).as("without golden weights").isEmpty();
    }

    @Test
    void coversEveryComputedRule() {
        assertThat(rules().map(rule -> (String) rule.get()[0]))
                .containsExactlyInAnyOrderElementsOf(read().path("cases")
                        .valueStream()
                        .map(computed -> computed.path("rule").asString())
                        .distinct()
                        .toList());
    }

    private static void assertWeights(String rule, DenseMatrix weights, JsonNode expected) {
        for (int i = 0; i < weights.getRowDimension(); i++) {
            for (int j = 0; j < weights.getColumnDimension(); j++) {
                double wanted = expected.get(i).get(j).asDouble();
                assertThat(Math.abs(weights.getEntry(i, j) - wanted))
                        .as("%s, %s, entry %d, %d", rule, weights.shape(), i, j)
                        .isLessThanOrEqualTo(rule.startsWith("orthogonal") ? 1e-13 : 1e-15);
            }
        }
    }

    private static JsonNode read() {
        try (InputStream in = ComputedInitializersTest.class.getResourceAsStream("initializers.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
