package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Linear;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.initializers.Constant;
import org.layerwise.initializers.Identity;
import org.layerwise.initializers.Initializer;
import org.layerwise.initializers.XavierNormal;
import org.layerwise.network.Network;
import org.layerwise.network.NetworkBuilder;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.network.losses.MeanSquaredError;

class HealthTest {
    @Test
    void normsAreThoseOfTheLastStepOfALoggedEpoch() {
        Network network = Small.logistic(2);
        List<HealthRecord> seen = watched(network, Small.points(20, 3), 5, 2, 0.1);
        assertThat(seen).extracting(HealthRecord::epoch).containsExactly(0L, 2L, 4L);
        assertThat(seen).extracting(HealthRecord::step).containsExactly(1L, 3L, 5L);
        LayerHealth first = seen.get(0).layers().get(0);
        assertThat(first.layer()).isEqualTo("dense_1");
        assertThat(first.parameters()).isEqualTo(3);
        assertThat(first.weights()).isZero();
        assertThat(first.updateRatio()).isNaN();
        for (HealthRecord record : seen) {
            LayerHealth layer = record.layers().get(0);
            assertThat(layer.updates()).isCloseTo(0.1 * layer.gradients(), within(1e-15));
        }
    }

    @Test
    void activationsAndSaturationAreTakenOverAllTrainingExamples() {
        Network network = network(3, new Tanh(), new Identity(), 1);
        DenseMatrix x = new DenseMatrix(3, 700);
        for (int j = 0; j < 700; j++) {
            x.setEntry(0, j, j < 140 ? 10 : 0.5);
        }
        LayerHealth hidden = still(network, examples(x)).get(0).layers().get(0);
        // One of three units is saturated by 140 of 700 examples.
        assertThat(hidden.saturated().orElseThrow()).isCloseTo(140.0 / 2100, within(1e-15));
        assertThat(hidden.dead()).isEmpty();
        double squares = 140 * Math.pow(Math.tanh(10), 2) + 560 * Math.pow(Math.tanh(0.5), 2);
        assertThat(hidden.activations()).isCloseTo(Math.sqrt(squares / 2100), within(1e-12));
    }

    @Test
    void aUnitIsDeadWhenNoTrainingExampleWakesIt() {
        Network network = network(4, new Relu(), new Identity(), 1);
        DenseMatrix x = new DenseMatrix(4, 600);
        for (int j = 0; j < 600; j++) {
            x.setEntry(0, j, -1);
            x.setEntry(1, j, -1);
            x.setEntry(2, j, -1);
        }
        x.setEntry(2, 599, 1);
        HealthRecord record = still(network, examples(x)).get(0);
        assertThat(record.layers().get(0).dead()).hasValue(0.75); // the fourth one is 0 too
        assertThat(record.layers().get(0).saturated()).isEmpty();
        assertThat(record.warnings()).extracting(HealthWarning::kind).contains(HealthWarning.Kind.DEAD_UNITS);
    }

    @ParameterizedTest
    @CsvSource({"0.5, VANISHING_GRADIENTS", "1.5, EXPLODING_GRADIENTS"})
    void deepNetworksOfScaledIdentitiesAreNamedAsTheCourseNamesThem(double scale, HealthWarning.Kind kind) {
        for (Activation activation : new Activation[] {new Linear(), new Relu()}) {
            Network network = network(2, activation, new Identity(scale), 30);
            List<HealthWarning> warnings = still(network, positive()).get(0).warnings();
            assertThat(warnings).extracting(HealthWarning::kind).containsExactly(kind);
            assertThat(warnings.get(0).message())
                    .contains(
                            kind == HealthWarning.Kind.VANISHING_GRADIENTS
                                    ? "vanishing gradients"
                                    : "exploding gradients")
                    .contains("dense_1", "try ");
        }
    }

    @Test
    void aGradientFarBeyondTheParametersExplodesInAnyNetwork() {
        DenseMatrix x = DenseMatrix.of(new double[][] {{1e4, -2e4, 3e4}, {1, 2, 3}});
        Network network = network(2, new Linear(), new Identity(), 1);
        List<HealthWarning> warnings = still(network, examples(x)).get(0).warnings();
        assertThat(warnings).extracting(HealthWarning::kind).containsExactly(HealthWarning.Kind.EXPLODING_GRADIENTS);
        assertThat(warnings.get(0).message()).contains("the gradient of dense_1 has the norm", "standardized features");
    }

    @Test
    void manyDeadLayersAreOneWarning() {
        List<LayerHealth> layers = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            layers.add(new LayerHealth("dense_" + i, 4, 1, 0, 0, 0, OptionalDouble.of(1), OptionalDouble.empty()));
        }
        assertThat(new HealthRecord(0, 1, layers).warnings())
                .extracting(HealthWarning::message)
                .singleElement()
                .asString()
                .startsWith("dead units: 100 % of dense_1, 100 % of dense_2, 100 % of dense_3, 100 % of dense_4 and of"
                        + " other layers are 0");
    }

    @Test
    void aDeepSigmoidNetworkHasVanishingGradients() {
        Network network = network(4, new Sigmoid(), new XavierNormal(), 10);
        DenseMatrix x = new DenseMatrix(4, 30);
        for (int i = 0; i < x.values().length; i++) {
            x.values()[i] = Math.sin(i);
        }
        assertThat(still(network, examples(x)).get(0).warnings())
                .extracting(HealthWarning::kind)
                .containsExactly(HealthWarning.Kind.VANISHING_GRADIENTS);
    }

    @Test
    void aHealthyNetworkIsNotWarnedOf() {
        Network network = Small.noisy(new Splittable().seeded(1));
        for (HealthRecord record : watched(network, Small.points(64, 1), 30, 1, 0.1)) {
            assertThat(record.warnings()).isEmpty();
        }
    }

    @Test
    void saturationOfTheOutputIsNoWarning() {
        List<LayerHealth> layers = new ArrayList<>();
        layers.add(layer("dense_1", 0.6));
        layers.add(layer("dense_2", 1));
        assertThat(new HealthRecord(1, 1, layers).warnings())
                .extracting(HealthWarning::layer)
                .containsExactly("dense_1");
    }

    @Test
    void trainingEndsInTheSameBitsWithAndWithout() {
        assertThat(trained(true)).isEqualTo(trained(false));
    }

    @Test
    void lookingAtAStepAllocatesNothing() {
        Health health = new Health(Small.noisy(new Splittable().seeded(1)));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 2000; i++) {
                health.beforeUpdate();
                health.afterUpdate();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    private static double[] trained(boolean withHealth) {
        RandomSource random = new Splittable().seeded(4);
        Network network = Small.noisy(random);
        TrainerBuilder trainer = Trainer.builder(network, Small.descent(0.1))
                .train(Small.points(50, 1))
                .random(random)
                .options(TrainingOptions.epochs(7).batchSize(16).logEvery(2).build());
        (withHealth ? trainer.watchHealth() : trainer).build().train();
        return network.parameters().stream()
                .flatMapToDouble(p -> Arrays.stream(p.value().values()))
                .toArray();
    }

    private static LayerHealth layer(String name, double saturated) {
        return new LayerHealth(name, 4, 1, 1, 0.001, 1, OptionalDouble.empty(), OptionalDouble.of(saturated));
    }

    /** With steps so small that the network stays as it is. */
    private static List<HealthRecord> still(Network network, Examples examples) {
        return watched(network, examples, 1, 1, 1e-15);
    }

    private static List<HealthRecord> watched(
            Network network, Examples examples, int epochs, int logEvery, double rate) {
        List<HealthRecord> seen = new ArrayList<>();
        Trainer.builder(network, Small.descent(rate))
                .train(examples)
                .watchHealth()
                .listener(new TrainingListener() {
                    @Override
                    public void healthMeasured(HealthRecord health) {
                        seen.add(health);
                    }
                })
                .options(TrainingOptions.epochs(epochs)
                        .fullBatch()
                        .logEvery(logEvery)
                        .build())
                .build()
                .train();
        return seen;
    }

    private static Network network(int units, Activation activation, Initializer initializer, int hidden) {
        NetworkBuilder builder = Network.builder(units);
        for (int i = 0; i < hidden; i++) {
            builder.layer(new Dense(units, activation).withInitializer(initializer));
        }
        boolean regression = activation instanceof Linear;
        return builder.layer(new Dense(1, regression ? new Linear() : new Sigmoid()).withInitializer(new Constant(0.5)))
                .loss(regression ? new MeanSquaredError() : new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();
    }

    private static Examples positive() {
        return examples(DenseMatrix.of(new double[][] {{1, 0.5, 0.7}, {0.2, 0.4, 1}}));
    }

    private static Examples examples(DenseMatrix x) {
        DenseMatrix y = new DenseMatrix(1, x.getColumnDimension());
        for (int j = 0; j < y.getColumnDimension(); j += 2) {
            y.setEntry(0, j, 1);
        }
        return Examples.of(x, y);
    }
}
