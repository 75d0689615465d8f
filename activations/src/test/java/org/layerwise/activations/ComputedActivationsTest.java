package org.layerwise.activations;

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
import org.layerwise.core.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against {@code activations.json}, which {@code generate.py} beside it computes from the published formulas. */
class ComputedActivationsTest {
    private static final JsonNode COMPUTED = read();

    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of("linear", new Linear()),
                Arguments.of("sigmoid", new Sigmoid()),
                Arguments.of("log_sigmoid", new LogSigmoid()),
                Arguments.of("hard_sigmoid(0.2, 0.5)", new HardSigmoid(0.2, 0.5)),
                Arguments.of("hard_sigmoid(0.25, 0.25)", new HardSigmoid(0.25, 0.25)),
                Arguments.of("tanh", new Tanh()),
                Arguments.of("hard_tanh", new HardTanh()),
                Arguments.of("hard_tanh(-2, 0.5)", new HardTanh(-2, 0.5)),
                Arguments.of("tanh_shrink", new TanhShrink()),
                Arguments.of("relu", new Relu()),
                Arguments.of("relu6", new Relu6()),
                Arguments.of("leaky_relu(0.2)", new LeakyRelu(0.2)),
                Arguments.of("leaky_relu(0)", new LeakyRelu(0)),
                Arguments.of("elu", new Elu()),
                Arguments.of("elu(0.3)", new Elu(0.3)),
                Arguments.of("selu", new Selu()),
                Arguments.of("celu", new Celu()),
                Arguments.of("celu(2.5)", new Celu(2.5)),
                Arguments.of("gelu", new Gelu()),
                Arguments.of("gelu(tanh)", new Gelu(Gelu.Approximation.TANH)),
                Arguments.of("silu", new Silu()),
                Arguments.of("silu(1.5)", new Silu(1.5)),
                Arguments.of("hard_swish", new HardSwish()),
                Arguments.of("mish", new Mish()),
                Arguments.of("softplus", new Softplus()),
                Arguments.of("softsign", new Softsign()),
                Arguments.of("soft_shrink", new SoftShrink()),
                Arguments.of("soft_shrink(0.25)", new SoftShrink(0.25)),
                Arguments.of("hard_shrink", new HardShrink()),
                Arguments.of("hard_shrink(1.5)", new HardShrink(1.5)),
                Arguments.of("threshold", new Threshold()),
                Arguments.of("threshold(-0.5, 3)", new Threshold(-0.5, 3)),
                Arguments.of("exponential", new Exponential()),
                Arguments.of("gaussian", new Gaussian()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void hasTheComputedValuesAndDerivatives(String name, ScalarActivation activation) {
        JsonNode expected = find(name);
        double floor = expected.path("relative").asBoolean() ? 0 : 1e-15;
        JsonNode x = COMPUTED.path("x");
        for (int i = 0; i < x.size(); i++) {
            double z = x.get(i).asDouble();
            double a = activation.value(z);
            assertClose(name, z, a, expected.path("y").get(i).asDouble(), floor, 4e-15);
            assertClose(
                    name + "'",
                    z,
                    activation.derivative(z, a),
                    expected.path("dy").get(i).asDouble(),
                    1e-15,
                    4e-15);
        }
    }

    @Test
    void coversEveryComputedFunction() {
        assertThat(functions().map(function -> (String) function.get()[0]))
                .containsExactlyInAnyOrderElementsOf(COMPUTED.path("cases")
                        .valueStream()
                        .map(function -> function.path("name").asString())
                        .toList());
    }

    static Stream<Arguments> columnFunctions() {
        return Stream.of(
                Arguments.of("softmax", new Softmax()),
                Arguments.of("log_softmax", new LogSoftmax()),
                Arguments.of("softmin", new Softmin()));
    }

    @ParameterizedTest
    @MethodSource("columnFunctions")
    void hasTheComputedValuesAndJacobian(String name, Activation activation) {
        for (JsonNode column : COMPUTED.path("columns")) {
            int n = column.path("z").size();
            DenseMatrix z = new DenseMatrix(n, 2);
            for (int i = 0; i < n; i++) {
                z.setRow(i, new double[] {-i, column.path("z").get(i).asDouble()});
            }
            DenseMatrix a = new DenseMatrix(n, 2);
            activation.apply(z, a);
            for (int i = 0; i < n; i++) {
                DenseMatrix dA = new DenseMatrix(n, 2);
                dA.setEntry(i, 1, 1);
                activation.backpropagate(z, a, dA, dA);
                double value = column.path(name).get(i).asDouble();
                assertClose(name, i, a.getEntry(i, 1), value, 1e-15, 4e-15);
                JsonNode slopes = column.path(name + "_jacobian").get(i);
                for (int j = 0; j < n; j++) {
                    assertClose(name + "'", i, dA.getEntry(j, 1), slopes.get(j).asDouble(), 1e-15, 4e-15);
                    assertThat(dA.getEntry(j, 0)).isZero();
                }
            }
        }
    }

    @Test
    void everyRegisteredActivationHasGoldenValues() {
        Set<Object> proved = Stream.of(functions(), columnFunctions())
                .flatMap(all -> all)
                .map(function -> function.get()[1].getClass())
                .collect(Collectors.toSet());
        Map<String, ?> registered = new TreeMap<>(Registry.load().all(Activation.class));
        registered.values().removeAll(proved);

        assertThat(registered.keySet()).as("without golden values").isEmpty();
    }

    private static void assertClose(
            String name, double x, double actual, double expected, double floor, double relative) {
        assertThat(Math.abs(actual - expected))
                .as("%s(%s) = %s, expected %s", name, x, actual, expected)
                .isLessThanOrEqualTo(Math.max(floor, relative * Math.abs(expected)));
    }

    private static JsonNode find(String name) {
        return COMPUTED.path("cases")
                .valueStream()
                .filter(function -> function.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read() {
        try (InputStream in = ComputedActivationsTest.class.getResourceAsStream("activations.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
