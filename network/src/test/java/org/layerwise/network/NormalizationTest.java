package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.layerwise.network.Near.assertNear;

import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.Parameter;
import org.layerwise.core.Splittable;
import org.layerwise.network.layers.BatchNorm;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.GaussianNoise;
import org.layerwise.network.layers.LayerNorm;
import org.layerwise.network.layers.Prelu;
import org.layerwise.network.losses.MeanSquaredError;
import tools.jackson.databind.JsonNode;

class NormalizationTest {
    private static final JsonNode GOLDEN = Golden.computed().get("layers");
    private static final DenseMatrix X = Golden.matrix(GOLDEN.get("x"));

    private static Network only(LayerSpec spec) {
        return Network.builder(X.getRowDimension())
                .layer(spec)
                .loss(new MeanSquaredError())
                .random(new Splittable().seeded(1))
                .build();
    }

    private static Workspace filled(Network network) {
        Workspace workspace = network.workspace(X.getColumnDimension());
        System.arraycopy(X.values(), 0, workspace.input().values(), 0, X.values().length);
        return workspace;
    }

    @Test
    void batchNormNormalizesEachUnitOverTheBatchWhileTraining() {
        Network network = only(new BatchNorm());
        Workspace workspace = filled(network);
        network.costAndGradients(workspace, 0);

        assertNear("training", workspace.prediction(), Golden.matrix(GOLDEN.get("batch_norm")));
    }

    @Test
    void batchNormMovesItsRunningStatisticsAndUsesThemAtInference() {
        Network network = only(new BatchNorm(0.9, 0.001, true, true));
        Workspace workspace = filled(network);
        network.costAndGradients(workspace, 0);
        double[] means = Golden.numbers(GOLDEN.get("batch_mean"));
        double[] variances = Golden.numbers(GOLDEN.get("batch_variance"));

        assertThat(network.state())
                .extracting(LayerState::name)
                .containsExactly("batch_norm_1.running_mean", "batch_norm_1.running_variance");
        network.forward(workspace);
        for (int i = 0; i < means.length; i++) {
            double mean = 0.1 * means[i];
            double variance = 0.9 + 0.1 * variances[i];
            assertNear("mean", network.state().get(0).value().getEntry(i, 0), mean, 1e-15);
            assertNear("variance", network.state().get(1).value().getEntry(i, 0), variance, 1e-15);
            double expected = (X.getEntry(i, 1) - mean) / Math.sqrt(variance + 0.001);
            assertNear("inference", workspace.prediction().getEntry(i, 1), expected, 1e-14);
        }
    }

    @Test
    void neitherInferenceNorAGradientCheckMovesTheStatistics() {
        Network network = only(new BatchNorm());
        Workspace workspace = filled(network);
        network.cost(workspace);
        network.costAndGradientsWithoutNoise(workspace);
        network.costWithoutNoise(workspace);

        assertThat(network.state().get(0).value().values()).containsOnly(0);
        assertThat(network.state().get(1).value().values()).containsOnly(1);
    }

    @Test
    void layerNormNormalizesEachExample() {
        Network network = only(new LayerNorm());
        Workspace workspace = filled(network);
        network.forward(workspace);
        assertNear("inference", workspace.prediction(), Golden.matrix(GOLDEN.get("layer_norm")));

        network.costAndGradients(workspace, 0);
        assertNear("training", workspace.prediction(), Golden.matrix(GOLDEN.get("layer_norm")));
    }

    @Test
    void scaleAndShiftFollowTheNormalization() {
        for (LayerSpec spec : new LayerSpec[] {new BatchNorm(), new LayerNorm()}) {
            Network network = only(spec);
            Workspace workspace = filled(network);
            network.costWithoutNoise(workspace);
            double before = workspace.prediction().getEntry(1, 2);
            assertThat(network.parameters())
                    .extracting(p -> p.name().replaceFirst(".*\\.", ""))
                    .containsExactly("gamma", "beta");
            network.parameters().get(0).value().setEntry(1, 0, 3);
            network.parameters().get(1).value().setEntry(1, 0, -2);
            network.costWithoutNoise(workspace);

            assertNear("scaled", workspace.prediction().getEntry(1, 2), 3 * before - 2, 1e-14);
        }
    }

    @Test
    void scaleAndShiftMayBeLeftOut() {
        assertThat(only(new BatchNorm(0.9, 0.1, false, true)).parameters())
                .extracting(Parameter::name)
                .containsExactly("batch_norm_1.gamma");
        assertThat(only(new LayerNorm(0.1, true, false)).parameters())
                .extracting(Parameter::name)
                .containsExactly("layer_norm_1.beta");
        assertThat(only(new LayerNorm(0.1, false, false)).parameters()).isEmpty();
    }

    @Test
    void preluLearnsASlopeForEachUnit() {
        Network network = only(new Prelu());
        network.parameters().get(0).value().setEntry(1, 0, 0.5);
        DenseMatrix x = DenseMatrix.of(new double[][] {{-4, 4}, {-4, 4}, {0, -1}});
        Workspace workspace = network.workspace(2);
        System.arraycopy(x.values(), 0, workspace.input().values(), 0, 6);
        network.costAndGradients(workspace, 0);

        assertThat(workspace.prediction().values()).containsExactly(-1, 4, -2, 4, 0, -0.25);
        // dA = 2/3 a, and the slope of unit 2 sees z = -4 alone: 1/2 · 2/3 · −2 · −4
        assertNear("dα", network.parameters().get(0).gradient().getEntry(1, 0), 8.0 / 3, 0);
        assertThat(network.parameters().get(0).name()).isEqualTo("prelu_1.alpha");
    }

    @Test
    void gaussianNoiseIsThereWhileTrainingOnly() {
        Network network = Network.builder(3)
                .layer(new GaussianNoise(0.5))
                .layer(new Dense(2))
                .loss(new MeanSquaredError())
                .random(new Splittable().seeded(1))
                .build();
        Workspace workspace = filled(network);
        network.costAndGradients(workspace, 0);
        DenseMatrix noisy = workspace.outputOf("gaussian_noise_1").orElseThrow().copy();
        network.forward(workspace);

        assertThat(workspace.outputOf("gaussian_noise_1")).contains(X);
        double squares = 0;
        for (int i = 0; i < X.values().length; i++) {
            double noise = noisy.values()[i] - X.values()[i];
            assertThat(noise).isNotZero();
            squares += noise * noise;
        }
        assertThat(Math.sqrt(squares / X.values().length)).isBetween(0.2, 0.9);
        assertThat(workspace.outputOf("dense_7")).isEmpty();
    }

    @Test
    void rejectsOptionsOutOfRange() {
        assertThatThrownBy(() -> new BatchNorm(1, 0.1, true, true))
                .isInstanceOf(OptionException.class)
                .hasMessage("momentum must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new BatchNorm(0.9, 0, true, true))
                .isInstanceOf(OptionException.class)
                .hasMessage("epsilon must be > 0, got 0.0");
        assertThatThrownBy(() -> new LayerNorm(-1, true, true)).isInstanceOf(OptionException.class);
        assertThatThrownBy(() -> new Prelu(Double.NaN)).isInstanceOf(OptionException.class);
        assertThatThrownBy(() -> new GaussianNoise(-1))
                .isInstanceOf(OptionException.class)
                .hasMessage("standard_deviation must be >= 0, got -1.0");
        assertThatThrownBy(() -> new Dense(0))
                .isInstanceOf(OptionException.class)
                .hasMessage("units must be >= 1, got 0");
    }
}
