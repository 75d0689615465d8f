package org.layerwise.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.Registry;
import org.layerwise.optimizers.LearningRateSchedule.Per;
import org.layerwise.optimizers.RateFeedback.Goal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Against {@code optimizers.json}, which {@code generate.py} beside it computes in 50 digits, and {@code defaults.json},
 * PyTorch's own steps.
 */
class ComputedOptimizersTest {
    private static final JsonNode COMPUTED = read("optimizers.json");

    static Stream<Arguments> rules() {
        LearningRateSchedule hundredth = new ConstantRate(0.01);
        return Stream.of(
                Arguments.of("momentum", new Momentum()),
                Arguments.of("rmsprop", new Rmsprop()),
                Arguments.of(
                        "rmsprop(centered, momentum)",
                        new Rmsprop(hundredth, 0.95, 1e-6, 0.8, true, EpsilonPlacement.OUTSIDE_ROOT)),
                Arguments.of("nadam", new Nadam()),
                Arguments.of("radam", new Radam(0.01)),
                Arguments.of("radam(beta2 0.7)", new Radam(hundredth, 0.8, 0.7, 1e-8)),
                Arguments.of("lion", new Lion(0.01)),
                Arguments.of("lion(decay)", new Lion(hundredth, 0.8, 0.9, 0.1)),
                Arguments.of("adabelief", new AdaBelief(0.01)),
                Arguments.of("rprop", new Rprop(0.01)),
                Arguments.of("rprop(narrow)", new Rprop(new ConstantRate(0.02), 0.6, 1.5, 0.01, 0.04)));
    }

    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of("constant", new ConstantRate(0.3)),
                Arguments.of("inverse_time", new InverseTime(0.2, 0.5, 3, false, Per.STEP, 0)),
                Arguments.of("multi_step", new MultiStep(0.1, List.of(4L, 9L, 30L), 0.5, Per.STEP)),
                Arguments.of("exponential(staircase)", new ExponentialDecay(0.1, 0.9, 4, true, Per.STEP)),
                Arguments.of("exponential(7)", new ExponentialDecay(0.1, 0.9, 7, false, Per.STEP)),
                Arguments.of("step", new StepDecay(0.2, 5)),
                Arguments.of("piecewise", new Piecewise(List.of(3L, 10L), List.of(0.1, 0.05, 0.001))),
                Arguments.of("polynomial(1)", new Polynomial(0.1, 20)),
                Arguments.of("cosine(after)", new Cosine(0.3, 12)),
                Arguments.of("cosine_restarts", new CosineRestarts(0.1, 7)),
                Arguments.of("cosine_restarts(2)", new CosineRestarts(0.1, 4, 2, 0.5, 0.001, Per.STEP)),
                Arguments.of("cosine_restarts(equal, lower)", new CosineRestarts(0.1, 6, 1, 0.5, 0.001, Per.STEP)),
                Arguments.of("one_cycle", new OneCycle(0.1, 30)),
                Arguments.of("one_cycle(short)", new OneCycle(0.5, 20, 0.25, 10, 100, Per.STEP)),
                Arguments.of("cyclic", cyclic(5, Optional.empty(), Cyclic.Mode.TRIANGULAR, 1)),
                Arguments.of("cyclic(triangular2)", cyclic(5, Optional.of(3L), Cyclic.Mode.TRIANGULAR2, 1)),
                Arguments.of("cyclic(exp_range)", cyclic(4, Optional.of(4L), Cyclic.Mode.EXP_RANGE, 0.95)),
                Arguments.of("warmup(constant)", new Warmup(new ConstantRate(0.1), 5)),
                Arguments.of("inverse_sqrt", new InverseSqrt(0.1)));
    }

    private static Cyclic cyclic(long up, Optional<Long> down, Cyclic.Mode mode, double gamma) {
        return new Cyclic(0.01, 0.1, up, down, mode, gamma, Per.STEP);
    }

    /** Those whose documentation says that defaults are PyTorch's. */
    static Stream<Arguments> defaults() {
        return Stream.of(
                Arguments.of("sgd", new Sgd()),
                Arguments.of("adam", new Adam()),
                Arguments.of("adamw", new AdamW()),
                Arguments.of("amsgrad", new Amsgrad()),
                Arguments.of("adamax", new Adamax()),
                Arguments.of("radam", new Radam()),
                Arguments.of("adagrad", new Adagrad()),
                Arguments.of("adadelta", new Adadelta()),
                Arguments.of("rprop", new Rprop()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void followsTheComputedTrajectory(String name, Optimizer optimizer) {
        assertFollows(name, optimizer, COMPUTED.path("trajectories").path(name));
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void followsPyTorchWithItsDefaults(String name, Optimizer optimizer) {
        JsonNode trajectories = read("defaults.json").path("trajectories");
        assertThat(names(defaults())).containsExactlyInAnyOrderElementsOf(trajectories.propertyNames());
        assertFollows(name, optimizer, trajectories.path(name));
    }

    private static void assertFollows(String name, Optimizer optimizer, JsonNode trajectory) {
        Parameter parameter = Parameter.of("W", row(COMPUTED.path("start")));
        Optimizer.Updater updater = optimizer.updaterFor(parameter);
        assertThat(trajectory.size()).isEqualTo(25);
        for (int step = 0; step < trajectory.size(); step++) {
            DenseMatrix gradient = row(COMPUTED.path("gradients").get(step));
            System.arraycopy(gradient.values(), 0, parameter.gradient().values(), 0, 5);
            updater.update(step, optimizer.learningRate().at(step));
            for (int i = 0; i < 5; i++) {
                assertClose(
                        name,
                        step,
                        parameter.value().values()[i],
                        trajectory.get(step).get(i).asDouble(),
                        1e-12);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void hasTheComputedRates(String name, LearningRateSchedule schedule) {
        JsonNode rates = COMPUTED.path("rates").path(name);
        assertThat(rates.size()).isEqualTo(40);
        for (int t = 0; t < rates.size(); t++) {
            assertClose(name, t, schedule.at(t), rates.get(t).asDouble(), 1e-15);
        }
    }

    static Stream<Arguments> plateaus() {
        LearningRateSchedule half = new ConstantRate(0.5);
        return Stream.of(
                Arguments.of("lower", new ReduceOnPlateau(half, "dev_cost", 0.1, 3, 1e-4, 0, 0), Goal.LOWER),
                Arguments.of(
                        "higher(cooldown, least)",
                        new ReduceOnPlateau(half, "dev_accuracy", 0.6, 2, 0.01, 3, 0.02),
                        Goal.HIGHER));
    }

    @ParameterizedTest
    @MethodSource("plateaus")
    void reducesWhereTheComputedRateDrops(String name, ReduceOnPlateau schedule, Goal goal) {
        RateFeedback.Follower follower = schedule.follow(goal);
        JsonNode rates = COMPUTED.path("plateaus").path(name);
        assertThat(rates.size()).isEqualTo(40);
        for (int epoch = 0; epoch < rates.size(); epoch++) {
            double rate = follower.adjust(schedule.at(epoch));
            assertClose(name, epoch, rate, rates.get(epoch).asDouble(), 1e-15);
            follower.epochFinished(COMPUTED.path("values").get(epoch).asDouble());
        }
    }

    @Test
    void coversEverythingComputed() {
        assertThat(names(rules()))
                .containsExactlyInAnyOrderElementsOf(
                        COMPUTED.path("trajectories").propertyNames());
        assertThat(names(schedules()))
                .containsExactlyInAnyOrderElementsOf(COMPUTED.path("rates").propertyNames());
    }

    @Test
    void everyRegisteredOptimizerAndScheduleHasGoldenValues() {
        Stream<Object> lbfgs = Stream.of(Lbfgs.class); // in LbfgsTest
        assertCovered(
                Optimizer.class,
                Stream.concat(lbfgs, Stream.concat(classes(rules()), classes(defaults())))
                        .collect(Collectors.toSet()));
        assertCovered(
                LearningRateSchedule.class,
                Stream.concat(classes(schedules()), classes(plateaus())).collect(Collectors.toSet()));
    }

    private static Stream<Object> classes(Stream<Arguments> arguments) {
        return arguments.map(argument -> argument.get()[1].getClass());
    }

    private static void assertCovered(Class<?> spi, Set<Object> proved) {
        Map<String, ?> registered = new TreeMap<>(Registry.load().all(spi));
        registered.values().removeAll(proved);

        assertThat(registered.keySet())
                .as("%s without golden values", spi.getSimpleName())
                .isEmpty();
    }

    private static List<String> names(Stream<Arguments> arguments) {
        return arguments.map(argument -> (String) argument.get()[0]).toList();
    }

    private static void assertClose(String name, int time, double actual, double expected, double tolerance) {
        assertThat(Math.abs(actual - expected))
                .as("%s at %d: %s, expected %s", name, time, actual, expected)
                .isLessThanOrEqualTo(tolerance);
    }

    private static DenseMatrix row(JsonNode numbers) {
        DenseMatrix row = new DenseMatrix(1, numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            row.setEntry(0, i, numbers.get(i).asDouble());
        }
        return row;
    }

    private static JsonNode read(String file) {
        try (InputStream in = ComputedOptimizersTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
