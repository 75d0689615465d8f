package org.layerwise.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against values computed with 450 digits and rounded once. */
class GoldenActivationsTest {
    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of("linear", new Linear()),
                Arguments.of("sigmoid", new Sigmoid()),
                Arguments.of("tanh", new Tanh()),
                Arguments.of("relu", new Relu()),
                Arguments.of("leaky_relu_0.01", new LeakyRelu()),
                Arguments.of("elu_1", new Elu()),
                Arguments.of("selu", new Selu()),
                Arguments.of("gelu", new Gelu()),
                Arguments.of("gelu_tanh", new Gelu(Gelu.Approximation.TANH)),
                Arguments.of("silu", new Silu()),
                Arguments.of("swish_1.5", new Silu(1.5)),
                Arguments.of("mish", new Mish()),
                Arguments.of("softplus", new Softplus()),
                Arguments.of("softsign", new Softsign()),
                Arguments.of("hard_sigmoid_keras2", new HardSigmoid(0.2, 0.5)),
                Arguments.of("hard_sigmoid_relu6", new HardSigmoid()),
                Arguments.of("hard_swish", new HardSwish()),
                Arguments.of("hard_tanh", new HardTanh()),
                Arguments.of("relu6", new Relu6()),
                Arguments.of("exponential", new Exponential()),
                Arguments.of("log_sigmoid", new LogSigmoid()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void hasTheGoldenValuesAndDerivatives(String name, ScalarActivation activation) {
        JsonNode golden = golden();
        double[] x = doubles(golden.path("x"));
        JsonNode expected = golden.path("activations").path(name);

        DenseMatrix z = DenseMatrix.wrap(1, x.length, x.clone());
        DenseMatrix a = new DenseMatrix(1, x.length);
        DenseMatrix dA = DenseMatrix.wrap(
                1, x.length, IntStream.range(0, x.length).mapToDouble(i -> 2).toArray());
        DenseMatrix dZ = new DenseMatrix(1, x.length);
        activation.apply(z, a);
        activation.backpropagate(z, a, dA, dZ);

        assertThat(z.values()).as("the input is untouched").containsExactly(x);
        for (int i = 0; i < x.length; i++) {
            assertClose(
                    name + "(" + x[i] + ")",
                    a.values()[i],
                    number(expected.path("y").get(i)));
            assertClose(
                    name + "'(" + x[i] + ")",
                    dZ.values()[i] / 2,
                    number(expected.path("dy").get(i)));
            assertThat(activation.value(x[i])).isEqualTo(a.values()[i]);
            assertClose(
                    "derivative",
                    activation.derivative(x[i], a.values()[i]),
                    number(expected.path("dy").get(i)));
        }
    }

    @Test
    void softmaxHasTheGoldenValuesAndJacobian() {
        for (JsonNode golden : golden().path("softmax")) {
            checkColumns(new Softmax(), golden, "softmax", "softmax_jacobian");
        }
    }

    @Test
    void logSoftmaxHasTheGoldenValuesAndJacobian() {
        for (JsonNode golden : golden().path("softmax")) {
            checkColumns(new LogSoftmax(), golden, "log_softmax", "log_softmax_jacobian");
        }
    }

    @Test
    void coversEveryGoldenFunction() {
        assertThat(functions().map(function -> (String) function.get()[0]))
                .containsExactlyInAnyOrderElementsOf(
                        golden().path("activations").propertyNames());
    }

    /** Two equal columns beside a third, so that a mix-up of rows and columns shows. */
    private static void checkColumns(Activation activation, JsonNode golden, String values, String jacobian) {
        double[] x = doubles(golden.path("z"));
        DenseMatrix z = new DenseMatrix(x.length, 3);
        for (int i = 0; i < x.length; i++) {
            z.setRow(i, new double[] {x[i], i, x[i]});
        }
        DenseMatrix a = new DenseMatrix(x.length, 3);
        activation.apply(z, a);
        for (int i = 0; i < x.length; i++) {
            double expected = number(golden.path(values).get(i));
            assertClose(values, a.getEntry(i, 0), expected);
            assertClose(values, a.getEntry(i, 2), expected);
        }
        for (int i = 0; i < x.length; i++) {
            DenseMatrix dA = new DenseMatrix(x.length, 3);
            dA.setEntry(i, 2, 1);
            activation.backpropagate(z, a, dA, dA);
            for (int j = 0; j < x.length; j++) {
                assertClose(
                        jacobian,
                        dA.getEntry(j, 2),
                        number(golden.path(jacobian).get(i).get(j)));
                assertThat(dA.getEntry(j, 0)).isZero();
            }
        }
    }

    private static void assertClose(String what, double actual, double expected) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).as(what).isEqualTo(expected);
        } else {
            assertThat(Math.abs(actual - expected))
                    .as("%s = %s, expected %s", what, actual, expected)
                    .isLessThanOrEqualTo(Math.max(1e-15, 8 * 4e-16 * Math.abs(expected)));
        }
    }

    private static double number(JsonNode node) {
        return switch (node.asString()) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> node.asDouble();
        };
    }

    private static double[] doubles(JsonNode numbers) {
        assertThat(numbers.size()).isPositive();
        return IntStream.range(0, numbers.size())
                .mapToDouble(i -> number(numbers.get(i)))
                .toArray();
    }

    private static JsonNode golden() {
        Path file = Path.of(System.getProperty("layerwise.shared", "shared"), "reference/golden/activations.json");
        assumeThat(file).as("reference values").exists();
        return new ObjectMapper().readTree(file.toFile());
    }
}
