package org.layerwise.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Linear;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Softmax;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.initializers.Normal;
import org.layerwise.network.LayerDefaults;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.Loss;
import org.layerwise.network.Network;
import org.layerwise.network.NetworkBuilder;
import org.layerwise.network.TargetKind;
import org.layerwise.network.layers.Activity;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.layers.NoiseSpec;
import org.layerwise.network.losses.CosineSimilarity;
import org.layerwise.network.losses.MeanSquaredError;
import org.layerwise.regularizers.DropConnect;
import org.layerwise.regularizers.L1;
import org.layerwise.regularizers.L2;
import org.layerwise.regularizers.Noise;
import org.layerwise.regularizers.Regularizer;

/** Whatever is registered is proved here; so is what will be. */
class EveryCombinationTest {
    private static final int EXAMPLES = 5;
    private static final int OUTPUTS = 3;

    /** Hides what it is, so that no loss is computed together with it. */
    private record Hidden(Activation inner) implements Activation {
        @Override
        public void apply(DenseMatrix z, DenseMatrix a) {
            inner.apply(z, a);
        }

        @Override
        public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
            inner.backpropagate(z, a, dA, dZ);
        }
    }

    static Stream<Loss> losses() {
        return Samples.of(Loss.class);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyActivationAndRegularizerWithThisLoss(Loss loss) {
        List<Optional<Regularizer>> regularizers =
                new ArrayList<>(Samples.of(Regularizer.class).map(Optional::of).toList());
        regularizers.add(Optional.empty());
        List<Activation> activations = Samples.of(Activation.class).toList();
        assertThat(activations).hasSizeGreaterThan(5);
        assertThat(regularizers).hasSizeGreaterThan(3);
        for (Activation activation : activations) {
            for (Optional<Regularizer> regularizer : regularizers) {
                for (Activation output : List.of(output(loss), new Hidden(output(loss)))) {
                    NetworkBuilder builder = Network.builder(3)
                            .defaults(new LayerDefaults(Optional.empty(), Optional.of(new Normal(0.8)), regularizer))
                            .layer(new Dense(4, activation))
                            .layer(new Dropout(0.5))
                            .layer(new Dense(OUTPUTS, output));
                    assertRight(builder, loss, loss + " " + activation + " " + regularizer + " " + output);
                }
            }
        }
    }

    static Stream<LayerSpec> layers() {
        return Samples.of(LayerSpec.class);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerInTheMiddle(LayerSpec layer) {
        assertRight(
                Network.builder(3).layer(new Dense(4, new Tanh())).layer(layer).layer(new Dense(OUTPUTS, new Linear())),
                new MeanSquaredError(),
                layer.toString());
    }

    static Stream<Noise> noises() {
        return Samples.of(Noise.class);
    }

    static Stream<Noise> noisesOfActivations() {
        return noises().filter(noise -> !(noise instanceof DropConnect));
    }

    @ParameterizedTest
    @MethodSource("noisesOfActivations")
    void everyNoiseIsOff(Noise noise) {
        LayerSpec noisy = new NoiseSpec(noise);
        assertRight(
                Network.builder(3)
                        .layer(noisy)
                        .layer(new Dense(4, new Tanh()))
                        .layer(noisy)
                        .layer(new Dense(OUTPUTS, new Linear())),
                new MeanSquaredError(),
                noise.toString());
    }

    static Stream<Regularizer> regularizers() {
        return Samples.of(Regularizer.class);
    }

    @ParameterizedTest
    @MethodSource("regularizers")
    void everyRegularizerOfActivities(Regularizer regularizer) {
        for (Activation activation : Samples.of(Activation.class).toList()) {
            assertRight(
                    Network.builder(3)
                            .layer(new Dense(4, activation).withActivityRegularizer(regularizer))
                            .layer(new Activity(regularizer))
                            .layer(new Dense(OUTPUTS, new Sigmoid()).withActivityRegularizer(regularizer)),
                    new MeanSquaredError(),
                    regularizer + " of " + activation);
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void activitiesOfTheOutputWithThisLoss(Loss loss) {
        for (Regularizer regularizer : List.of(new L1(0.3), new L2(0.3))) {
            NetworkBuilder builder = Network.builder(3)
                    .layer(new Dense(4, new Tanh()))
                    .layer(new Dense(OUTPUTS, output(loss)).withActivityRegularizer(regularizer))
                    .layer(new Activity(regularizer));
            assertRight(builder, loss, loss + " " + regularizer);
        }
    }

    @ParameterizedTest
    @MethodSource("noises")
    void everyNoiseOfWeightsIsOff(Noise noise) {
        assertRight(
                Network.builder(3)
                        .layer(new Dense(4, new Tanh()).withWeightNoise(noise))
                        .layer(new Dense(OUTPUTS, new Linear()).withWeightNoise(noise)),
                new MeanSquaredError(),
                noise.toString());
    }

    @Test
    void everyActivationBeforeEveryLossThatTakesAnyNumber() {
        for (Activation activation : Samples.of(Activation.class).toList()) {
            assertRight(
                    Network.builder(3).layer(new Dense(OUTPUTS, activation)),
                    new MeanSquaredError(),
                    activation.toString());
            assertRight(
                    Network.builder(3).layer(new Dense(OUTPUTS, activation)),
                    new CosineSimilarity(),
                    activation.toString());
        }
    }

    private static Activation output(Loss loss) {
        boolean positive = loss.toString().startsWith("Poisson");
        return switch (loss.targets()) {
            case BINARY -> loss.threshold() == 0 ? new Linear() : new Sigmoid();
            case ONE_HOT -> new Softmax();
            case NUMERIC -> positive ? new Sigmoid() : new Linear();
        };
    }

    private static void assertRight(NetworkBuilder builder, Loss loss, String what) {
        RandomSource random = new Splittable().seeded(11);
        Network network = builder.loss(loss).random(new Splittable().seeded(12)).build();
        DenseMatrix x = new DenseMatrix(3, EXAMPLES);
        draw(x, random);
        network.parameters().stream()
                .filter(parameter -> parameter.name().endsWith(".b"))
                .forEach(parameter -> draw(parameter.value(), random));
        GradientReport report = new GradientCheck(1e-5).check(network, x, targets(loss.targets(), random));

        assertThat(report.verdict())
                .as("%s: %s %s", what, report.summary(), report.worst())
                .isEqualTo(Verdict.RIGHT);
        assertThat(report.kinks()).as(what).isEmpty();
    }

    private static void draw(DenseMatrix matrix, RandomSource random) {
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextGaussian();
        }
    }

    private static DenseMatrix targets(TargetKind kind, RandomSource random) {
        DenseMatrix y = new DenseMatrix(OUTPUTS, EXAMPLES);
        for (int j = 0; j < EXAMPLES; j++) {
            for (int i = 0; i < OUTPUTS; i++) {
                y.setEntry(
                        i,
                        j,
                        kind == TargetKind.NUMERIC
                                ? 3 * random.nextDouble()
                                : kind == TargetKind.BINARY ? random.nextInt(2) : 0);
            }
            if (kind == TargetKind.ONE_HOT) {
                y.setEntry(random.nextInt(OUTPUTS), j, 1);
            }
        }
        return y;
    }
}
