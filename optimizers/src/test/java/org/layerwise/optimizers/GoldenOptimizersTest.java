package org.layerwise.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.layerwise.optimizers.EpsilonPlacement.INSIDE_ROOT;
import static org.layerwise.optimizers.EpsilonPlacement.OUTSIDE_ROOT;
import static org.layerwise.optimizers.EpsilonPlacement.UNCORRECTED;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Twenty steps of each rule against an independent program. */
class GoldenOptimizersTest {
    static Stream<Arguments> rules() {
        LearningRateSchedule tenth = new ConstantRate(0.1);
        LearningRateSchedule hundredth = new ConstantRate(0.01);
        return Stream.of(
                Arguments.of("sgd", new Sgd(0.1)),
                Arguments.of("sgd_weight_decay", new Sgd(tenth, 0, false, 0.01)),
                Arguments.of("momentum_pytorch", new Sgd(tenth, 0.9, false, 0)),
                Arguments.of("momentum_classical", new Sgd(tenth, 0.9, false, 0)),
                Arguments.of("nesterov_pytorch", new Sgd(tenth, 0.9, true, 0)),
                Arguments.of("nesterov_keras", new Sgd(tenth, 0.9, true, 0)),
                Arguments.of("momentum_ema", new Momentum(0.1)),
                Arguments.of("momentum_ema_bias_corrected", new Momentum(tenth, 0.9, true)),
                Arguments.of("rmsprop", new Rmsprop(0.01)),
                Arguments.of("rmsprop_pytorch_defaults", new Rmsprop(hundredth, 0.99, 1e-8, 0, false, OUTSIDE_ROOT)),
                Arguments.of("rmsprop_eps_inside", new Rmsprop(hundredth, 0.9, 1e-7, 0, false, INSIDE_ROOT)),
                Arguments.of("rmsprop_centered", new Rmsprop(hundredth, 0.9, 1e-8, 0, true, OUTSIDE_ROOT)),
                Arguments.of("rmsprop_momentum", new Rmsprop(hundredth, 0.9, 1e-8, 0.9, false, OUTSIDE_ROOT)),
                Arguments.of("adam", new Adam(0.01)),
                Arguments.of("adam_eps_inside_sqrt", new Adam(hundredth, 0.9, 0.999, 1e-8, INSIDE_ROOT, 0)),
                Arguments.of("adam_eps_hat", new Adam(hundredth, 0.9, 0.999, 1e-7, UNCORRECTED, 0)),
                Arguments.of("adagrad", new Adagrad(0.1)),
                Arguments.of("adagrad_keras", new Adagrad(tenth, 0.1, 1e-7, INSIDE_ROOT)),
                Arguments.of("adadelta", new Adadelta()),
                Arguments.of("adamw", new AdamW(hundredth, 0.9, 0.999, 1e-8, 0.1)),
                Arguments.of("amsgrad", new Amsgrad(0.01)),
                Arguments.of("amsgrad_paper", new Amsgrad(hundredth, 0.9, 0.999, 1e-8, false)),
                Arguments.of("adamax", new Adamax(0.01)),
                Arguments.of("nadam", new Nadam(0.01)),
                Arguments.of("nadam_constant_mu", new Nadam(hundredth, 0.9, 0.999, 1e-8, 0, false)),
                Arguments.of("adam_l2", new Adam(hundredth, 0.9, 0.999, 1e-8, OUTSIDE_ROOT, 0.1)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void followsTheGoldenTrajectory(String name, Optimizer optimizer) {
        JsonNode golden = golden();
        Parameter parameter = new Parameter("W", matrix(golden.path("param0")), new DenseMatrix(2, 3));
        Optimizer.Updater updater = optimizer.updaterFor(parameter);
        JsonNode trajectory = golden.path("optimizers").path(name).path("trajectory");

        assertThat(trajectory.size()).isEqualTo(20);
        for (int step = 0; step < 20; step++) {
            DenseMatrix gradient = matrix(golden.path("grads").get(step));
            System.arraycopy(gradient.values(), 0, parameter.gradient().values(), 0, 6);
            updater.update(step, optimizer.learningRate().at(step));

            assertClose(name + " after step " + step, parameter.value(), matrix(trajectory.get(step)));
            assertThat(parameter.gradient()).as("the gradient is untouched").isEqualTo(gradient);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void endsInTheGoldenState(String name, Optimizer optimizer) {
        JsonNode golden = golden();
        Parameter parameter = new Parameter("W", matrix(golden.path("param0")), new DenseMatrix(2, 3));
        Optimizer.Updater updater = optimizer.updaterFor(parameter);
        for (int step = 0; step < 20; step++) {
            System.arraycopy(
                    matrix(golden.path("grads").get(step)).values(),
                    0,
                    parameter.gradient().values(),
                    0,
                    6);
            updater.update(step, optimizer.learningRate().at(step));
        }

        JsonNode expected = golden.path("optimizers").path(name).path("final_state");
        if (name.equals("momentum_classical") || name.equals("nesterov_keras")) {
            return; // there the state holds the rate too
        }
        List<String> matrices = expected.propertyNames().stream()
                .filter(state -> expected.path(state).isArray())
                .toList();
        assertThat(updater.state().size() - (name.startsWith("nadam") ? 1 : 0)).isEqualTo(matrices.size());
        for (int i = 0; i < matrices.size(); i++) {
            assertClose(name + " state " + i, updater.state().get(i), matrix(expected.path(matrices.get(i))));
        }
    }

    @Test
    void coversEveryGoldenRule() {
        assertThat(rules().map(rule -> (String) rule.get()[0]))
                .containsExactlyInAnyOrderElementsOf(golden().path("optimizers").propertyNames());
    }

    private static void assertClose(String what, DenseMatrix actual, DenseMatrix expected) {
        for (int i = 0; i < 6; i++) {
            double wanted = expected.values()[i];
            assertThat(Math.abs(actual.values()[i] - wanted))
                    .as("%s, entry %d: %s, expected %s", what, i, actual.values()[i], wanted)
                    .isLessThanOrEqualTo(1e-12 * Math.max(1, Math.abs(wanted)));
        }
    }

    private static DenseMatrix matrix(JsonNode rows) {
        DenseMatrix matrix = new DenseMatrix(rows.size(), rows.path(0).size());
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < matrix.getColumnDimension(); j++) {
                matrix.setEntry(i, j, rows.get(i).get(j).asDouble());
            }
        }
        return matrix;
    }

    private static JsonNode golden() {
        Path file = Path.of(System.getProperty("layerwise.shared", "shared"), "reference/golden/optimizers.json");
        assumeThat(file).as("reference values").exists();
        return new ObjectMapper().readTree(file.toFile());
    }
}
