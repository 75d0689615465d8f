package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Linear;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.MeanSquaredError;
import org.layerwise.regularizers.DropConnect;
import org.layerwise.regularizers.GaussianNoise;
import org.layerwise.regularizers.L2;
import org.layerwise.regularizers.MaxNorm;
import org.layerwise.regularizers.Noise;
import org.layerwise.regularizers.NonNegative;

/** Noise on weights, penalties on activities and constraints, as a dense layer has them. */
class WeightNoiseTest {
    @Test
    void dropsConnectionsWhileTrainingAndNotAtInference() {
        Network network = network(new Dense(40, new Linear()).withWeightNoise(new DropConnect(0.75)));
        DenseMatrix w = network.parameters().get(0).value();
        Workspace workspace = filled(network, 1);
        network.forward(workspace);
        DenseMatrix clean = w.multiply(workspace.input());
        assertThat(workspace.prediction()).isEqualTo(clean);

        DenseMatrix ones = new DenseMatrix(30, 30);
        for (int i = 0; i < 30; i++) {
            ones.setEntry(i, i, 1);
        }
        Workspace identity = network.workspace(30);
        System.arraycopy(ones.values(), 0, identity.input().values(), 0, ones.values().length);
        network.costAndGradients(identity, 0);
        int kept = 0;
        for (int i = 0; i < w.values().length; i++) {
            double noisy = identity.prediction().values()[i];
            assertThat(noisy == 0 || Math.abs(noisy - w.values()[i] / 0.75) < 1e-15)
                    .isTrue();
            kept += noisy == 0 ? 0 : 1;
        }
        assertThat(kept / 1200.0).isCloseTo(0.75, within(0.05));
    }

    /** The same step draws the same noise, so that differences of the noisy cost are its gradient. */
    @Test
    void differentiatesTheNoisyWeights() {
        for (Noise noise : new Noise[] {new DropConnect(0.6), new GaussianNoise(0.3)}) {
            Network network = network(new Dense(4, new Linear()).withWeightNoise(noise));
            Workspace workspace = filled(network, 5);
            network.costAndGradients(workspace, 7);
            DenseMatrix gradient = network.parameters().get(0).gradient().copy();
            double[] w = network.parameters().get(0).value().values();
            for (int i = 0; i < w.length; i += 7) {
                double before = w[i];
                w[i] = before + 1e-4;
                double above = network.costAndGradients(workspace, 7);
                w[i] = before - 1e-4;
                double below = network.costAndGradients(workspace, 7);
                w[i] = before;
                assertThat(gradient.values()[i]).isCloseTo((above - below) / 2e-4, within(1e-8));
            }
        }
    }

    @Test
    void addsThePenaltyOnActivitiesToEveryCost() {
        Network plain = network(new Dense(4, new Linear()));
        Network penalized = network(new Dense(4, new Linear()).withActivityRegularizer(new L2(0.5)));
        Workspace workspace = filled(penalized, 5);
        double sum = 0;
        double cost = penalized.cost(workspace);
        for (double a : workspace.prediction().values()) {
            sum += a * a;
        }
        double expected = plain.cost(filled(plain, 5)) + 0.5 / (2 * 5) * sum;
        assertThat(cost).isCloseTo(expected, within(1e-13));
        assertThat(penalized.costAndGradients(workspace, 0)).isCloseTo(expected, within(1e-13));
        assertThat(penalized.costWithoutNoise(workspace)).isCloseTo(expected, within(1e-13));
    }

    @Test
    void constrainsWeightsAndBiasesWhenAsked() {
        Network network = network(new Dense(4, new Linear()).withConstraint(new MaxNorm(0.5)));
        network.constrain();
        DenseMatrix w = network.parameters().get(0).value();
        for (int i = 0; i < 4; i++) {
            assertThat(w.getRowVector(i).getNorm()).isLessThanOrEqualTo(0.5 + 1e-15);
        }
        Network byDefault = Network.builder(30)
                .defaults(new LayerDefaults(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new NonNegative())))
                .layer(new Dense(4))
                .loss(new MeanSquaredError())
                .random(new Splittable().seeded(3))
                .build();
        assertThat(Arrays.stream(byDefault.parameters().get(0).value().values()))
                .anyMatch(v -> v < 0);
        byDefault.constrain();
        assertThat(Arrays.stream(byDefault.parameters().get(0).value().values()))
                .allMatch(v -> v >= 0);
    }

    private static Network network(Dense layer) {
        return Network.builder(30)
                .layer(layer)
                .loss(new MeanSquaredError())
                .random(new Splittable().seeded(3))
                .build();
    }

    private static Workspace filled(Network network, int examples) {
        Workspace workspace = network.workspace(examples);
        RandomSource random = new Splittable().seeded(5);
        for (DenseMatrix matrix : new DenseMatrix[] {workspace.input(), workspace.target()}) {
            for (int i = 0; i < matrix.values().length; i++) {
                matrix.values()[i] = random.nextGaussian();
            }
        }
        return workspace;
    }
}
