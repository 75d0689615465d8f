package org.layerwise.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.activations.Activation;
import org.layerwise.activations.LeakyRelu;
import org.layerwise.activations.ScalarActivation;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.initializers.Fan;
import org.layerwise.initializers.HeNormal;
import org.layerwise.initializers.Initializer;
import org.layerwise.optimizers.ConstantRate;
import org.layerwise.optimizers.LearningRateSchedule;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.regularizers.Noise;
import org.layerwise.regularizers.Regularizer;

/** Components that are broken on purpose: the kit must find each, and say why. */
class BrokenSamplesTest {
    static Stream<Arguments> brokenActivations() {
        return Stream.of(
                Arguments.of(new WrongSlope(), "has the gradient that differences show", "the derivative at"),
                Arguments.of(new Overflowing(), "gives no NaN for finite input", "has NaN"),
                Arguments.of(new BatchMean(), "treats each example alone", "example 0 alone"),
                Arguments.of(new HidesNan(), "passes NaN on", "NaN becomes 0.0"),
                Arguments.of(new SpoilsInput(), "leaves its input unchanged", "Z after apply"),
                Arguments.of(new WrongSlope(), "is found by its name", "no plugin registers 'broken'"),
                Arguments.of(new Careless(1), "refuses NaN as an option", "accepts NaN as factor"),
                Arguments.of(
                        new WrongSlope(), "has no static state that changes", "the static field calls may change"));
    }

    @ParameterizedTest
    @MethodSource("brokenActivations")
    void findsBrokenActivations(Activation broken, String check, String reason) {
        assertFound(new Activations(), new Subject<>(Activation.class, "broken", broken), check, reason);
    }

    @ParameterizedTest
    @MethodSource("brokenInitializers")
    void findsBrokenInitializers(Initializer broken, String check, String reason) {
        assertFound(new Initializers(), new Subject<>(Initializer.class, "broken", broken), check, reason);
    }

    static Stream<Arguments> brokenInitializers() {
        return Stream.of(
                Arguments.of(new TwiceAsWide(), "has mean and variance in bounds", "the variance of 160 000 weights"),
                Arguments.of(new ForgetsTheLast(), "writes every entry, whatever the shape", "has NaN"),
                Arguments.of(new CountsItsCalls(), "gives the same weights for the same seed", "the second draw"));
    }

    @ParameterizedTest
    @MethodSource("brokenRegularizers")
    void findsBrokenRegularizers(Regularizer broken, String check, String reason) {
        assertFound(new Regularizers(), new Subject<>(Regularizer.class, "broken", broken), check, reason);
    }

    static Stream<Arguments> brokenRegularizers() {
        return Stream.of(
                Arguments.of(
                        new Squares(1, 1, false),
                        "has the gradient that differences show",
                        "the derivative of entry 0"),
                Arguments.of(new Squares(2, 1, true), "adds to the gradient", "the sum with a gradient"),
                Arguments.of(
                        new Squares(2, 10, false), "counts the examples in penalty and gradient alike", "ten times"),
                Arguments.of(new Squares(-2, 1, false), "is never negative", "a penalty is -"));
    }

    @ParameterizedTest
    @MethodSource("brokenNoises")
    void findsBrokenNoises(Noise broken, String check, String reason) {
        assertFound(new Noises(), new Subject<>(Noise.class, "broken", broken), check, reason);
    }

    static Stream<Arguments> brokenNoises() {
        return Stream.of(
                Arguments.of(new Unscaled(), "has the slope that differences show", "the slope of entry"),
                Arguments.of(new DrawsForPositive(), "draws whatever the input", "depends on the input"),
                Arguments.of(new Allocating(), "allocates nothing once warmed up", "warmed-up calls allocate"));
    }

    @ParameterizedTest
    @MethodSource("brokenOptimizers")
    void findsBrokenOptimizers(Optimizer broken, String check, String reason) {
        assertFound(new Optimizers(), new Subject<>(Optimizer.class, "broken", broken), check, reason);
    }

    static Stream<Arguments> brokenOptimizers() {
        return Stream.of(
                Arguments.of(new Ascends(), "steps against the gradient first", "with the gradient"),
                Arguments.of(new Ascends(), "comes closer to a minimum", "after 300 steps"),
                Arguments.of(
                        new HiddenState(), "goes on from saved state with the same bits", "restored after step 7"));
    }

    @ParameterizedTest
    @MethodSource("brokenSchedules")
    void findsBrokenSchedules(LearningRateSchedule broken, String check, String reason) {
        assertFound(new Schedules(), new Subject<>(LearningRateSchedule.class, "broken", broken), check, reason);
    }

    static Stream<Arguments> brokenSchedules() {
        return Stream.of(
                Arguments.of(new Sinking(), "is finite and not negative at any time", "the rate at"),
                Arguments.of(
                        new Forgetful(new AtomicLong()), "gives the same rate whenever it is asked", "a second time"));
    }

    private static <S> void assertFound(Contract<S> contract, Subject<S> broken, String name, String reason) {
        List<Check<S>> found = contract.checks().stream()
                .filter(check -> check.name().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        assertThatThrownBy(() -> found.get(0).verify(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reason);
    }

    static final class Activations extends ActivationContract {
        @Override
        protected Stream<Subject<Activation>> subjects() {
            return Stream.of();
        }
    }

    static final class Initializers extends InitializerContract {
        Initializers() {
            super((initializer, fan) -> Optional.of(2.0 / fan.in()));
        }

        @Override
        protected Stream<Subject<Initializer>> subjects() {
            return Stream.of();
        }
    }

    static final class Regularizers extends RegularizerContract {
        @Override
        protected Stream<Subject<Regularizer>> subjects() {
            return Stream.of();
        }
    }

    static final class Noises extends NoiseContract {
        @Override
        protected Stream<Subject<Noise>> subjects() {
            return Stream.of();
        }
    }

    static final class Optimizers extends OptimizerContract {
        @Override
        protected Stream<Subject<Optimizer>> subjects() {
            return Stream.of();
        }
    }

    static final class Schedules extends ScheduleContract {
        @Override
        protected Stream<Subject<LearningRateSchedule>> subjects() {
            return Stream.of();
        }
    }

    public record WrongSlope() implements ScalarActivation {
        static long calls;

        @Override
        public double value(double z) {
            calls++;
            return z * z;
        }

        @Override
        public double derivative(double z, double a) {
            return z;
        }
    }

    public record Overflowing() implements ScalarActivation {
        @Override
        public double value(double z) {
            double e = StrictMath.exp(z);
            return e / (1 + e);
        }

        @Override
        public double derivative(double z, double a) {
            return a * (1 - a);
        }
    }

    public record HidesNan() implements ScalarActivation {
        @Override
        public double value(double z) {
            return z > 0 ? z : 0;
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 ? 1 : 0;
        }
    }

    public record Careless(double factor) implements ScalarActivation {
        @Override
        public double value(double z) {
            return factor * z;
        }

        @Override
        public double derivative(double z, double a) {
            return factor;
        }
    }

    public record BatchMean() implements Activation {
        @Override
        public void apply(DenseMatrix z, DenseMatrix a) {
            double mean = Arrays.stream(z.values()).average().orElse(0);
            Arrays.setAll(a.values(), i -> z.values()[i] - mean);
        }

        @Override
        public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
            System.arraycopy(dA.values(), 0, dZ.values(), 0, dA.values().length);
        }
    }

    public record SpoilsInput() implements Activation {
        @Override
        public void apply(DenseMatrix z, DenseMatrix a) {
            Arrays.setAll(z.values(), i -> Math.max(0, z.values()[i]));
            System.arraycopy(z.values(), 0, a.values(), 0, z.values().length);
        }

        @Override
        public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
            new LeakyRelu(0).backpropagate(z, a, dA, dZ);
        }
    }

    public record TwiceAsWide() implements Initializer {
        @Override
        public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
            new HeNormal().initialize(weights, fan, random);
            Arrays.setAll(weights.values(), i -> 2 * weights.values()[i]);
        }
    }

    public record ForgetsTheLast() implements Initializer {
        @Override
        public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
            for (int i = 0; i < weights.values().length - 1; i++) {
                weights.values()[i] = random.nextGaussian();
            }
        }
    }

    public record CountsItsCalls() implements Initializer {
        private static final AtomicLong CALLS = new AtomicLong();

        @Override
        public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
            Arrays.fill(weights.values(), (double) CALLS.incrementAndGet());
        }
    }

    /** λ/m Σ W²: with factor 2, per examples 1 and adding, it would be right. */
    public record Squares(double factor, int lostExamples, boolean overwrites) implements Regularizer {
        @Override
        public double penalty(DenseMatrix weights, int examples) {
            double sum = Arrays.stream(weights.values()).map(w -> w * w).sum();
            return Math.signum(factor) * sum / examples;
        }

        @Override
        public void addGradient(DenseMatrix weights, int examples, DenseMatrix gradient) {
            int m = examples >= lostExamples ? examples / lostExamples : examples;
            for (int i = 0; i < weights.values().length; i++) {
                double part = factor / m * weights.values()[i];
                gradient.values()[i] = overwrites ? part : gradient.values()[i] + part;
            }
        }
    }

    public record Unscaled() implements Noise {
        @Override
        public void apply(DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random) {
            for (int i = 0; i < input.values().length; i++) {
                double kept = random.nextDouble() < 0.5 ? 1 : 0;
                output.values()[i] = 2 * kept * input.values()[i];
                slope.values()[i] = kept;
            }
        }
    }

    public record DrawsForPositive() implements Noise {
        @Override
        public void apply(DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random) {
            for (int i = 0; i < input.values().length; i++) {
                double kept = input.values()[i] > 0 && random.nextDouble() < 0.5 ? 0 : 1;
                output.values()[i] = kept * input.values()[i];
                slope.values()[i] = kept;
            }
        }
    }

    public record Allocating() implements Noise {
        @Override
        public void apply(DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random) {
            double[] copy = input.values().clone();
            System.arraycopy(copy, 0, output.values(), 0, copy.length);
            Arrays.fill(slope.values(), 1);
        }
    }

    public record Ascends() implements Optimizer {
        @Override
        public LearningRateSchedule learningRate() {
            return new ConstantRate(0.01);
        }

        @Override
        public Updater updaterFor(Parameter parameter) {
            double[] w = parameter.value().values();
            double[] g = parameter.gradient().values();
            return (step, rate) -> Arrays.setAll(w, i -> w[i] + rate * g[i]);
        }
    }

    /** Momentum that keeps its velocity to itself. */
    public record HiddenState() implements Optimizer {
        @Override
        public LearningRateSchedule learningRate() {
            return new ConstantRate(0.01);
        }

        @Override
        public Updater updaterFor(Parameter parameter) {
            double[] w = parameter.value().values();
            double[] g = parameter.gradient().values();
            double[] v = new double[w.length];
            return (step, rate) -> {
                for (int i = 0; i < w.length; i++) {
                    v[i] = 0.9 * v[i] + g[i];
                    w[i] -= rate * v[i];
                }
            };
        }
    }

    public record Sinking() implements LearningRateSchedule {
        @Override
        public double at(long time) {
            return 0.1 - 0.001 * time;
        }
    }

    public record Forgetful(AtomicLong asked) implements LearningRateSchedule {
        @Override
        public double at(long time) {
            return 0.1 / asked.incrementAndGet();
        }
    }
}
