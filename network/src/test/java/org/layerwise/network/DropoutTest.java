package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.layerwise.core.Numpy;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.initializers.Ones;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.losses.MeanSquaredError;

class DropoutTest {
    private static Network network(RandomAlgorithm algorithm) {
        return Network.builder(1)
                .layer(new Dense(50).withInitializer(new Ones()))
                .layer(new Dropout(0.8))
                .loss(new MeanSquaredError())
                .random(algorithm.seeded(1))
                .build();
    }

    private static double[] noisy(Network network, Workspace workspace, long step) {
        network.costAndGradients(workspace, step);
        return workspace.prediction().values().clone();
    }

    private static Workspace ones(Network network) {
        Workspace workspace = network.workspace(8);
        Arrays.fill(workspace.input().values(), 1);
        return workspace;
    }

    @Test
    void dropsAndScalesWhileTrainingOnly() {
        Network network = network(new Splittable());
        Workspace workspace = ones(network);

        assertThat(noisy(network, workspace, 0)).containsOnly(0, 1 / 0.8);
        assertThat(network.predict(workspace.input()).values()).containsOnly(1);
        network.costWithoutNoise(workspace);
        assertThat(workspace.prediction().values()).containsOnly(1);
    }

    @Test
    void passesGradientsThroughTheMaskOfItsStep() {
        Network network = network(new Splittable());
        Workspace workspace = ones(network);
        network.costAndGradients(workspace, 3);
        double[] prediction = workspace.prediction().values();
        double[] db = network.parameters().get(1).gradient().values();

        for (int unit = 0; unit < 50; unit++) {
            double expected = 0;
            for (int j = 0; j < 8; j++) {
                double a = prediction[unit * 8 + j];
                expected += 2 * a / 50 * (a == 0 ? 0 : 1 / 0.8) / 8;
            }
            Near.assertNear("db " + unit, db[unit], expected, 1e-16);
        }
        network.costAndGradientsWithoutNoise(workspace);
        Near.assertNear("db without noise", db[0], 2.0 / 50, 0);
    }

    @Test
    void aStepHasTheSameMaskWheneverItIsTaken() {
        Network network = network(new Splittable());
        Workspace workspace = ones(network);
        double[] seventh = noisy(network, workspace, 7);

        assertThat(noisy(network, workspace, 8)).isNotEqualTo(seventh);
        assertThat(noisy(network, workspace, 7)).isEqualTo(seventh);
        Network same = network(new Splittable());
        assertThat(noisy(same, ones(same), 7)).isEqualTo(seventh);
    }

    @Test
    void aSingleStreamGoesOnFromStepToStep() {
        Network network = network(new Numpy());
        Workspace workspace = ones(network);
        RandomSource expected = new Numpy().seeded(1);

        for (int step = 0; step < 2; step++) {
            for (double value : noisy(network, workspace, step)) {
                assertThat(value).isEqualTo(expected.nextDouble() < 0.8 ? 1 / 0.8 : 0);
            }
        }
    }

    @Test
    void rejectsProbabilitiesOutsideTheInterval() {
        for (double bad : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new Dropout(bad))
                    .isInstanceOf(OptionException.class)
                    .hasMessage("keep_prob must be in (0, 1], got " + bad);
        }
        assertThat(new Dropout(1).outputs(3)).isEqualTo(3);
    }
}
