package org.layerwise.network.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.layerwise.network.Near.assertNear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Linear;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Softmax;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.Registry;
import org.layerwise.network.Golden;
import org.layerwise.network.Loss;
import org.layerwise.network.TargetKind;
import tools.jackson.databind.JsonNode;

class ComputedLossesTest {
    /** A derivative that is 0 comes out of the script as its own rounding. */
    private static final double ZERO = 1e-30;

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of("mean_squared_error", new MeanSquaredError()),
                Arguments.of("mean_absolute_error", new MeanAbsoluteError()),
                Arguments.of("huber", new Huber()),
                Arguments.of("huber(0.5)", new Huber(0.5)),
                Arguments.of("smooth_l1", new SmoothL1()),
                Arguments.of("smooth_l1(0.5)", new SmoothL1(0.5)),
                Arguments.of("hinge", new Hinge()),
                Arguments.of("squared_hinge", new SquaredHinge()),
                Arguments.of("quantile", new Quantile()),
                Arguments.of("binary_cross_entropy", new BinaryCrossEntropy()),
                Arguments.of("categorical_cross_entropy", new CategoricalCrossEntropy()),
                Arguments.of("binary_cross_entropy_smoothed_0.1", new BinaryCrossEntropy(0.1)),
                Arguments.of("categorical_cross_entropy_smoothed_0.1", new CategoricalCrossEntropy(0.1)),
                Arguments.of("kl_divergence", new KlDivergence()),
                Arguments.of("focal", new Focal()),
                Arguments.of("focal_gamma0.5_alpha0.6", new Focal(0.5, 0.6)),
                Arguments.of("poisson", new Poisson()),
                Arguments.of("quantile0.9", new Quantile(0.9)),
                Arguments.of("cosine_similarity", new CosineSimilarity()),
                Arguments.of("log_cosh", new LogCosh()),
                Arguments.of("log_cosh_small", new LogCosh()));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void agreesWithTheScript(String name, Loss loss) {
        JsonNode examples = examples(name);
        DenseMatrix p = columns(examples, "prediction");
        DenseMatrix y = columns(examples, "target");
        DenseMatrix losses = new DenseMatrix(1, p.getColumnDimension());
        DenseMatrix gradient = new DenseMatrix(p.getRowDimension(), p.getColumnDimension());
        loss.values(p, y, losses);
        loss.gradient(p, y, gradient);

        assertNear("losses", losses, values(examples), 0);
        assertNear("gradient", gradient, columns(examples, "gradient"), ZERO);
    }

    @Test
    void everyRegisteredLossHasGoldenValues() {
        Set<Object> proved = Stream.of(losses(), fromZ())
                .flatMap(all -> all)
                .map(loss -> loss.get()[1].getClass())
                .collect(Collectors.toSet());
        Map<String, ?> registered = new TreeMap<>(Registry.load().all(Loss.class));
        registered.values().removeAll(proved);

        assertThat(registered.keySet()).as("without golden values").isEmpty();
    }

    static Stream<Arguments> fromZ() {
        Activation sigmoid = new Sigmoid();
        Activation softmax = new Softmax();
        return Stream.of(
                Arguments.of("binary_cross_entropy_from_z", new BinaryCrossEntropy(), sigmoid, ZERO),
                Arguments.of("binary_cross_entropy_smoothed_0.1_from_z", new BinaryCrossEntropy(0.1), sigmoid, ZERO),
                Arguments.of("focal_from_z", new Focal(), sigmoid, ZERO),
                Arguments.of("focal_gamma0.5_alpha0.6_from_z", new Focal(0.5, 0.6), sigmoid, ZERO),
                Arguments.of("categorical_cross_entropy_from_z", new CategoricalCrossEntropy(), softmax, 1e-15),
                Arguments.of(
                        "categorical_cross_entropy_smoothed_0.1_from_z",
                        new CategoricalCrossEntropy(0.1),
                        softmax,
                        1e-15),
                Arguments.of("kl_divergence_from_z", new KlDivergence(), softmax, 1e-15));
    }

    @ParameterizedTest
    @MethodSource("fromZ")
    void agreesWithTheScriptFromZ(String name, Loss loss, Activation before, double absolute) {
        JsonNode examples = examples(name);
        DenseMatrix z = columns(examples, "prediction");
        DenseMatrix y = columns(examples, "target");
        DenseMatrix a = new DenseMatrix(z.getRowDimension(), z.getColumnDimension());
        before.apply(z, a);
        DenseMatrix losses = new DenseMatrix(1, z.getColumnDimension());
        DenseMatrix gradient = new DenseMatrix(z.getRowDimension(), z.getColumnDimension());
        loss.fusedWith(before).orElseThrow().valuesAndGradient(z, a, y, losses, gradient);

        assertNear("losses", losses, values(examples), 0);
        assertNear("gradient", gradient, columns(examples, "gradient"), absolute);
    }

    @Test
    void isComputedTogetherWithItsOwnActivationOnly() {
        for (Loss loss : List.of(new BinaryCrossEntropy(), new Focal())) {
            assertThat(loss.fusedWith(new Sigmoid())).isPresent();
            assertThat(loss.fusedWith(new Softmax())).isEmpty();
        }
        for (Loss loss : List.of(new CategoricalCrossEntropy(), new KlDivergence())) {
            assertThat(loss.fusedWith(new Softmax())).isPresent();
            assertThat(loss.fusedWith(new Sigmoid())).isEmpty();
        }
        assertThat(new MeanSquaredError().fusedWith(new Linear())).isEmpty();
        assertThat(new Hinge().fusedWith(new Tanh())).isEmpty();
    }

    @Test
    void certainPredictionsCostNothingWhereTheyAreRightAndInfinityWhereNot() {
        for (double gamma : new double[] {0, 0.5, 1, 2}) {
            Focal focal = new Focal(gamma, 0.25);
            assertThat(focal.value(1, 1)).isZero();
            assertThat(focal.value(0, 0)).isZero();
            assertThat(focal.value(0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(focal.value(1, 0)).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(focal.derivative(1, 1)).isFinite();
            assertThat(focal.derivative(0, 0)).isFinite();
        }
        DenseMatrix losses = new DenseMatrix(1, 2);
        DenseMatrix certain = DenseMatrix.of(new double[][] {{1, 0}, {0, 1}});
        DenseMatrix first = DenseMatrix.of(new double[][] {{1, 1}, {0, 0}});
        new CategoricalCrossEntropy().values(certain, first, losses);
        assertThat(losses.values()).containsExactly(0, Double.POSITIVE_INFINITY);
        new KlDivergence().values(certain, first, losses);
        assertThat(losses.values()).containsExactly(0, Double.POSITIVE_INFINITY);
        assertThat(new Poisson().value(0, 0)).isZero();
        assertThat(new Poisson().derivative(0, 0)).isEqualTo(1);
    }

    @Test
    void aVectorOfZerosHasNoDirection() {
        DenseMatrix zero = new DenseMatrix(2, 1);
        DenseMatrix other = DenseMatrix.of(new double[][] {{1}, {2}});
        DenseMatrix losses = new DenseMatrix(1, 1);
        DenseMatrix gradient = DenseMatrix.of(new double[][] {{9}, {9}});
        for (boolean swapped : new boolean[] {false, true}) {
            new CosineSimilarity().values(swapped ? other : zero, swapped ? zero : other, losses);
            new CosineSimilarity().gradient(swapped ? other : zero, swapped ? zero : other, gradient);
            assertThat(losses.values()).containsExactly(0);
            assertThat(gradient.values()).containsExactly(0, 0);
        }
    }

    @Test
    void saysWhichTargetsAndWhichThresholdItTakes() {
        assertThat(new BinaryCrossEntropy().targets()).isEqualTo(TargetKind.BINARY);
        assertThat(new Focal().targets()).isEqualTo(TargetKind.BINARY);
        assertThat(new CategoricalCrossEntropy().targets()).isEqualTo(TargetKind.ONE_HOT);
        assertThat(new KlDivergence().targets()).isEqualTo(TargetKind.ONE_HOT);
        for (Loss loss : List.of(new Hinge(), new SquaredHinge())) {
            assertThat(loss.targets()).isEqualTo(TargetKind.BINARY);
            assertThat(loss.threshold()).isZero();
        }
        for (Loss loss : List.of(
                new MeanSquaredError(),
                new MeanAbsoluteError(),
                new Huber(),
                new SmoothL1(),
                new LogCosh(),
                new Quantile(),
                new Poisson(),
                new CosineSimilarity())) {
            assertThat(loss.targets()).isEqualTo(TargetKind.NUMERIC);
            assertThat(loss.threshold()).isEqualTo(0.5);
        }
    }

    @Test
    void rejectsOptionsOutOfRange() {
        Map<String, ThrowingCallable> bad = new HashMap<>();
        bad.put("delta must be > 0, got 0.0", () -> new Huber(0));
        bad.put("beta must be > 0, got -1.0", () -> new SmoothL1(-1));
        bad.put("quantile must be in (0, 1), got 1.0", () -> new Quantile(1));
        bad.put("quantile must be in (0, 1), got 0.0", () -> new Quantile(0));
        bad.put("gamma must be >= 0, got -0.5", () -> new Focal(-0.5, 0.5));
        bad.put("alpha must be in [0, 1], got 1.5", () -> new Focal(1, 1.5));
        bad.put("alpha must be in [0, 1], got NaN", () -> new Focal(1, Double.NaN));
        bad.put("label_smoothing must be in [0, 1), got 1.0", () -> new BinaryCrossEntropy(1));
        bad.put("label_smoothing must be in [0, 1), got -0.1", () -> new CategoricalCrossEntropy(-0.1));
        bad.forEach((message, made) ->
                assertThatThrownBy(made).isInstanceOf(OptionException.class).hasMessage(message));
        assertThat(new Focal(0, 1)).isEqualTo(new Focal(0, 1));
        assertThat(new BinaryCrossEntropy()).isEqualTo(new BinaryCrossEntropy(0));
    }

    private static JsonNode examples(String name) {
        for (JsonNode loss : Golden.computed().get("losses")) {
            if (loss.get("name").stringValue().equals(name)) {
                return loss.get("examples");
            }
        }
        throw new AssertionError("the script has no " + name);
    }

    private static DenseMatrix columns(JsonNode examples, String name) {
        List<double[]> rows = new ArrayList<>();
        examples.forEach(example -> rows.add(Golden.numbers(example.get(name))));
        return DenseMatrix.of(rows.toArray(new double[0][])).transpose();
    }

    private static DenseMatrix values(JsonNode examples) {
        double[] losses = new double[examples.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = examples.get(i).get("loss").doubleValue();
        }
        return DenseMatrix.wrap(1, losses.length, losses);
    }
}
